package org.scriptsocket.websocket;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptsocket.transport.TransportConnection;

/** The connections of a host whose socket, or dial, is not gone yet. Holds no reference to the host. Thread-safe. */
public final class Sockets {

    private final Set<TransportConnection> all = ConcurrentHashMap.newKeySet();
    private volatile boolean aborted;

    /** Ends it where all were aborted, also meanwhile. */
    void add(TransportConnection socket) {
        all.add(socket);
        if (aborted) {
            socket.abort();
        }
    }

    /** It is gone. */
    void remove(TransportConnection socket) {
        all.remove(socket);
    }

    int size() {
        return all.size();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Completes when those that there are now are gone. */
    public CompletableFuture<Void> gone() {
        return CompletableFuture.allOf(
                all.stream().map(socket -> socket.gone().toCompletableFuture()).toArray(CompletableFuture<?>[]::new));
    }

    /** Ends them all, and those that come later. */
    public void abort() {
        aborted = true;
        all.forEach(TransportConnection::abort);
    }
}
