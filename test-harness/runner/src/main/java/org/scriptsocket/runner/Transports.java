package org.scriptsocket.runner;

import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
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

    /** @throws UsageException if there is no transport of this name, or it does not know the settings */
    static Choice choice(@Nullable String name, Reroutes reroutes, SettingOptions settings) {
        if (!reroutes.isEmpty() || settings.hasForTransport()) {
            return new Choice(name, own(name, reroutes, settings));
        }
        check(name);
        return new Choice(name, null);
    }

    /** @throws UsageException if there is no transport of this name, or it does not know the settings */
    static void check(@Nullable String name, SettingOptions settings) {
        check(name);
        if (settings.hasForTransport()) {
            own(name, Reroutes.parse(List.of()), settings).close();
        }
    }

    private static void check(@Nullable String name) {
        if (name != null) {
            find(name);
        }
    }

    /** One that is shared with nobody. */
    static Transport own(@Nullable String name, Reroutes reroutes, SettingOptions settings) {
        if (name == null || name.equals(JETTY)) {
            return new JettyTransport(settings.jetty().withResolver(reroutes));
        }
        UsageException.unless(
                reroutes.isEmpty(), "--resolve works with the transport jetty only, not with '" + name + "'");
        Transport found = find(name).get();
        return settings.hasForTransport() ? settings.read(found::configured) : found;
    }

    private static ServiceLoader.Provider<Transport> find(String name) {
        return ServiceLoader.load(Transport.class).stream()
                .filter(found -> found.get().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no transport named '" + name
                        + "'; `scriptsocket engines` lists those that were found"));
    }
}
