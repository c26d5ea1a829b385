package org.scriptsocket;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scriptsocket.transport.TransportConnection;

/**
 * What is left of a host when it is closed, or dropped without close and collected: its sockets, and its share of the transport. Holds no
 * reference to the host.
 */
final class Remains implements Runnable {

    private final Set<TransportConnection> sockets;
    private final TransportLease lease;

    Remains(Set<TransportConnection> sockets, TransportLease lease) {
        this.sockets = sockets;
        this.lease = lease;
    }

    /** Waits until the sockets are gone, at most so long for all together. */
    void awaitEnd(Duration limit) {
        CompletableFuture<?>[] all = sockets.stream()
                .map(socket -> socket.gone().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // Whoever did not answer in time is aborted.
            return;
        }
    }

    @Override
    public void run() {
        sockets.forEach(TransportConnection::abort);
        lease.release();
    }
}
