package org.scriptsocket.specs;

import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.MissingTransportException;

/** The transport that all files of a run share; looked for at the first connect. Thread-safe. */
final class Sockets implements Supplier<Transport>, AutoCloseable {

    private final @Nullable String name;
    private @Nullable Transport transport;
    private boolean warm;

    /** @param name null for the one that is on the class path */
    Sockets(@Nullable String name) {
        this.name = name;
    }

    @Override
    public synchronized Transport get() {
        Transport known = transport == null ? find() : transport;
        transport = known;
        return known;
    }

    /** Makes sure that the next connect is not the first of all; one on the class path is needed for it, but not missed here. */
    synchronized void warmUp() {
        if (!warm) {
            warm = true;
            try {
                WarmUp.of(get());
            } catch (MissingTransportException e) {
                // Said at the first connect.
            }
        }
    }

    synchronized boolean isWarm() {
        return warm;
    }

    private Transport find() {
        Predicate<Transport> wanted =
                name == null ? each -> !each.onlyByName() : each -> each.name().equals(name);
        return ServiceLoader.load(Transport.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new MissingTransportException("No WebSocket transport"
                        + (name == null ? "" : " named '" + name + "'")
                        + " was found; add org.scriptsocket:scriptsocket-jetty-transport to the class path"));
    }

    @Override
    public synchronized void close() {
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }
}
