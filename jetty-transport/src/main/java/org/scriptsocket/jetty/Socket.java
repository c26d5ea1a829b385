package org.scriptsocket.jetty;

import java.nio.channels.SelectableChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/** What there is of a connection in the network: nothing, a dial, or a socket; one address after another. Thread-safe. */
final class Socket {

    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    /** The same for others; one for all, as each that were made anew would stay. */
    private final CompletionStage<Void> told = gone.minimalCompletionStage();

    private boolean aborted;
    /** Null where there is nothing. */
    private @Nullable SelectableChannel channel;
    /** Ends the dial; null when it did not have to wait, and after it: it holds all that Jetty needed to dial. */
    private @Nullable Runnable expiry;
    /** Null until connected. */
    private @Nullable EndPoint endPoint;

    synchronized boolean isAborted() {
        return aborted;
    }

    /** A dial begins. False if it must not. */
    synchronized boolean dials(SelectableChannel dialed) {
        if (!aborted) {
            channel = dialed;
            expiry = null;
            endPoint = null;
        }
        return !aborted;
    }

    synchronized void expiresBy(Runnable task) {
        expiry = task;
    }

    /** The dial succeeded. False if nobody wants the socket any more. */
    synchronized boolean connected(EndPoint connected) {
        endPoint = connected;
        expiry = null;
        return !aborted;
    }

    void closed(SelectableChannel ended) {
        if (endOf(ended)) {
            gone.complete(null);
        }
    }

    /** Ends whatever there is, and lets nothing new begin. Twice is no effect. */
    void abort() {
        kill().run();
    }

    void forget() {
        gone.complete(null);
    }

    /** Completes after an abort, when nothing is left. */
    CompletionStage<Void> gone() {
        return told;
    }

    private synchronized boolean endOf(SelectableChannel ended) {
        if (channel == ended) {
            channel = null;
        }
        return aborted && channel == null;
    }

    private synchronized Runnable kill() {
        aborted = true;
        if (channel == null) {
            return this::forget;
        }
        if (endPoint != null) {
            return endPoint::close;
        }
        return expiry == null ? () -> {} : expiry;
    }
}
