package org.scriptsocket.jetty;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Failure;

/**
 * Asks the peer from time to time whether it lives (RFC 6455, 5.5.2), and gives the connection up when no pong comes. While we hold up
 * reading it asks nothing, and waits: a pong would not be seen.
 */
final class KeepAlive {

    private final JettyConnection connection;
    private final long interval;
    private final long patience;
    private Scheduler.@Nullable Task task;
    private boolean asked;
    /** Whether reading was held up since the ping was sent. */
    private boolean heldUp;

    private boolean ended;

    KeepAlive(JettyConnection connection, Limits limits) {
        this.connection = connection;
        this.interval = limits.get(Limit.PING_INTERVAL);
        this.patience = limits.get(Limit.PONG_TIMEOUT);
    }

    void start() {
        if (interval > 0) {
            after(interval, this::ask);
        }
    }

    synchronized void end() {
        ended = true;
        if (task != null) {
            task.cancel();
            task = null;
        }
    }

    synchronized void pong() {
        if (asked) {
            asked = false;
            after(interval, this::ask);
        }
    }

    /** Reading is held up from now on. */
    synchronized void heldUp() {
        heldUp = true;
    }

    private void ask() {
        if (connection.reader().isHeldUp()) {
            after(interval, this::ask);
            return;
        }
        synchronized (this) {
            asked = true;
            heldUp = false;
        }
        connection.outbox().ping(this::written);
    }

    /** The pong may have come before this. */
    private synchronized void written() {
        if (asked) {
            after(patience, this::judge);
        }
    }

    private void judge() {
        if (isLost(connection.reader().isHeldUp())) {
            connection.lost(Failure.Lost.silent(Duration.ofMillis(patience)));
        }
    }

    private synchronized boolean isLost(boolean heldNow) {
        if (ended || !asked || !heldUp && !heldNow) {
            return asked && !ended;
        }
        heldUp = heldNow;
        after(patience, this::judge);
        return false;
    }

    private synchronized void after(long millis, Runnable next) {
        if (!ended) {
            if (task != null) {
                task.cancel();
            }
            task = connection
                    .client()
                    .timers()
                    .schedule(() -> connection.client().hand(next), millis, TimeUnit.MILLISECONDS);
        }
    }
}
