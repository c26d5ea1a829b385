package org.scriptsocket.jdk;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/**
 * Connections over {@link java.net.http.WebSocket}, which needs no library. Its {@link #capabilities} say what that client can not do.
 *
 * <p>All share one client of the JDK, which starts with the first of them. On Java 17 to 20 a client can not be stopped: its selector
 * thread, a daemon, ends when the garbage collector finds the client, after {@link #close}.
 */
public final class JdkTransport implements Transport {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JdkSettings settings;
    private final Duration patience;
    private final Set<JdkConnection> connections = ConcurrentHashMap.newKeySet();
    /** Null until the first open. */
    private @Nullable JdkClient client;

    private boolean closed;

    /** With {@link JdkSettings#standard()}. */
    public JdkTransport() {
        this(JdkSettings.standard());
    }

    public JdkTransport(JdkSettings settings) {
        this(settings, PATIENCE);
    }

    /** @param patience how long a peer that was silent has to answer a ping, see {@link EndProbe} */
    JdkTransport(JdkSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "jdk";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.TLS, Capability.KEEP_ALIVE);
    }

    @Override
    public Transport configured(SettingValues values) {
        return new JdkTransport(JdkSettings.from(values));
    }

    @Override
    public Transport trusting(Collection<X509Certificate> certificates) {
        return new JdkTransport(settings.withTrustedCertificates(certificates));
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        JdkConnection connection = newConnection(request, listener);
        connection.gone().thenRun(() -> connections.remove(connection));
        Capability.refusal(this, request).ifPresentOrElse(connection::refuse, connection::begin);
        return connection;
    }

    @Override
    public void close() {
        JdkClient last = end();
        connections.forEach(JdkConnection::abort);
        if (last != null) {
            last.stop();
        }
        connections.forEach(JdkConnection::forget);
    }

    private synchronized JdkConnection newConnection(ConnectRequest request, TransportListener listener) {
        if (closed) {
            throw new IllegalStateException("The transport is closed");
        }
        if (client == null) {
            client = new JdkClient(settings, patience.toMillis());
        }
        JdkConnection connection = new JdkConnection(client, request, listener);
        connections.add(connection);
        return connection;
    }

    private synchronized @Nullable JdkClient end() {
        JdkClient last = client;
        closed = true;
        client = null;
        return last;
    }
}
