package org.scriptsocket.runner;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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

    /** @throws UsageException if there is no transport of this name, or it can not be rerouted, or told whom to trust */
    static Choice choice(@Nullable String name, Reroutes reroutes, List<Path> authorities) {
        if (!reroutes.isEmpty() || !authorities.isEmpty()) {
            return new Choice(name, own(name, reroutes, authorities));
        }
        check(name);
        return new Choice(name, null);
    }

    /** @throws UsageException if there is no transport of this name */
    static void check(@Nullable String name) {
        if (name != null) {
            find(name);
        }
    }

    /** One that is shared with nobody. */
    static Transport own(@Nullable String name, Reroutes reroutes, List<Path> authorities) {
        if (name != null && !name.equals(JETTY) && reroutes.isEmpty() && authorities.isEmpty()) {
            return find(name).get();
        }
        requireJetty(name, reroutes.isEmpty() ? "--ca" : "--resolve");
        JettySettings settings = JettySettings.standard().withResolver(reroutes);
        return new JettyTransport(trusting(settings, authorities));
    }

    private static ServiceLoader.Provider<Transport> find(String name) {
        return ServiceLoader.load(Transport.class).stream()
                .filter(found -> found.get().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no transport named '" + name
                        + "'; `scriptsocket engines` lists those that were found"));
    }

    private static void requireJetty(@Nullable String name, String option) {
        if (name != null && !name.equals(JETTY)) {
            throw new UsageException(option + " works with the transport jetty only, not with '" + name + "'");
        }
    }

    private static JettySettings trusting(JettySettings settings, List<Path> authorities) {
        JettySettings all = settings;
        for (Path file : authorities) {
            try {
                all = all.withTrustedCertificates(file);
            } catch (NoSuchFileException e) {
                throw new UsageException("--ca: there is no file " + file);
            } catch (IOException e) {
                throw new UsageException("--ca: " + file + " can not be read");
            } catch (IllegalArgumentException e) {
                throw new UsageException("--ca: " + e.getMessage());
            }
        }
        return all;
    }
}
