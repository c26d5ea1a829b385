package org.scriptsocket.specs;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.FoundTransports;
import org.scriptsocket.websocket.MissingTransportException;

/** The transports that all files of a run share, looked for at the first connect, and the servers that they reach. Thread-safe. */
final class Sockets implements AutoCloseable {

    private final Supplier<Transport> find;
    private final Shared plain = new Shared();
    private final Shared secure = new Shared();
    /** Null until the first server with TLS. */
    private @Nullable SpecTrust trust;

    /** One transport; guarded by the outer lock. */
    private static final class Shared {
        private @Nullable Transport transport;
        private boolean warm;
    }

    Sockets(Settings settings) {
        this(() -> find(settings.transport(), settings.values()));
    }

    private Sockets(Supplier<Transport> find) {
        this.find = find;
    }

    /** For files that are only evaluated. */
    static Sockets unused() {
        Sockets unused = new Sockets(() -> {
            throw new IllegalStateException("nothing connects while a file is evaluated");
        });
        unused.plain.warm = true;
        unused.secure.warm = true;
        return unused;
    }

    /** @param tls whether it is for TLS; then it trusts the servers of specs */
    synchronized Transport transport(boolean tls) {
        Shared shared = shared(tls);
        Transport known = shared.transport;
        if (known == null) {
            known = shared == secure ? find.get().trusting(trust().certificates()) : find.get();
            shared.transport = known;
        }
        return known;
    }

    /**
     * A new server. The first one waits until the next connect is not the first of all.
     *
     * @throws UnsupportedOperationException if the transport can not be told to trust it
     */
    synchronized MisbehavingServer listen(boolean tls) {
        if (tls) {
            trust();
        }
        warmUp(tls);
        return server(tls);
    }

    private MisbehavingServer server(boolean tls) {
        return tls ? trust().listen() : MisbehavingServer.start();
    }

    private SpecTrust trust() {
        SpecTrust known = trust == null ? new SpecTrust() : trust;
        trust = known;
        return known;
    }

    private Shared shared(boolean tls) {
        return tls && trust != null ? secure : plain;
    }

    /** A transport on the class path is needed for it, but not missed here. */
    private void warmUp(boolean tls) {
        Shared shared = shared(tls);
        if (!shared.warm) {
            shared.warm = true;
            try (MisbehavingServer server = server(tls)) {
                WarmUp.connect(transport(tls), server, tls);
            } catch (MissingTransportException e) {
                // Said at the first connect.
            }
        }
    }

    synchronized boolean isWarm() {
        return plain.warm;
    }

    /**
     * A transport of our own.
     *
     * @param name null for the one that is on the class path
     * @throws org.scriptsocket.policy.SettingException if a setting of it is wrong, or it does not know one
     */
    static Transport find(@Nullable String name, SettingValues settings) {
        Transport found = find(name);
        return settings.only(Setting.Part.TRANSPORT).isEmpty() ? found : found.configured(settings);
    }

    private static Transport find(@Nullable String name) {
        return FoundTransports.of(Thread.currentThread().getContextClassLoader())
                .choose(name);
    }

    @Override
    public synchronized void close() {
        end(plain);
        end(secure);
    }

    private static void end(Shared shared) {
        Transport last = shared.transport;
        if (last != null) {
            last.close();
            shared.transport = null;
        }
    }
}
