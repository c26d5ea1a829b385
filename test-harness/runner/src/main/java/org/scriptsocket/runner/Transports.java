package org.scriptsocket.runner;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.transport.Transport;

/** Chooses the transport of a run. */
final class Transports {

    private static final String JETTY = "jetty";

    private Transports() {}

    /** What a host is given; the transport, if any, is closed after it. */
    record Choice(@Nullable String name, @Nullable Transport own) implements AutoCloseable {

        void give(ScriptHost.Builder host) {
            if (own != null) {
                host.transport(own);
            } else if (name != null) {
                host.transport(name);
            }
        }

        @Override
        public void close() {
            if (own != null) {
                own.close();
            }
        }
    }

    /** @throws UsageException if there is no transport of this name, or it can not be rerouted */
    static Choice choice(@Nullable String name, Reroutes reroutes) {
        if (!reroutes.isEmpty()) {
            return new Choice(name, rerouted(name, reroutes));
        }
        if (name != null && ServiceLoader.load(Transport.class).stream().noneMatch(found -> isNamed(found, name))) {
            throw new UsageException(
                    "there is no transport named '" + name + "'; `scriptsocket engines` lists those that were found");
        }
        return new Choice(name, null);
    }

    private static boolean isNamed(ServiceLoader.Provider<Transport> found, String name) {
        return found.get().name().equals(name);
    }

    private static Transport rerouted(@Nullable String name, Reroutes reroutes) {
        if (name != null && !name.equals(JETTY)) {
            throw new UsageException("--resolve works with the transport jetty only, not with '" + name + "'");
        }
        return new JettyTransport(JettySettings.standard().withResolver(reroutes));
    }
}
