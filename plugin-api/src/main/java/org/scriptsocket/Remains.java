package org.scriptsocket;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scriptsocket.websocket.Sockets;

/**
 * What is left of a host when it is closed, or dropped without close and collected: its sockets, and its share of the transport. Holds no
 * reference to the host.
 */
final class Remains implements Runnable {

    private final Sockets sockets;
    private final TransportLease lease;

    Remains(Sockets sockets, TransportLease lease) {
        this.sockets = sockets;
        this.lease = lease;
    }

    /** Waits until the sockets are gone, at most so long for all together. */
    void awaitEnd(Duration limit) {
        try {
            sockets.gone().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // Whoever did not answer in time is aborted.
            return;
        }
    }

    @Override
    public void run() {
        sockets.abort();
        lease.release();
    }
}
