package org.scriptsocket;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.scriptsocket.websocket.Inbox;
import org.scriptsocket.websocket.NanoClock;

/** Updates a host again and again, parked in between. */
final class RunLoop {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** Ticks a second of scripts that have an {@code update}, unless the host says otherwise. */
    private static final long DEFAULT_HZ = 60;
    /** How often deadlines are looked at while nothing arrives. */
    private static final long IDLE = SECOND / 4;

    /** A day: longer waits would overflow. */
    private static final double MAX_PERIOD = 24.0 * 3600 * SECOND;

    private final ScriptHost host;
    private final NanoClock clock;
    private final Inbox inbox;
    /** Nanoseconds from tick to tick, or 0 for "as things arrive". */
    private final long period;

    private long begin;
    /** Nanoseconds from the beginning to the end. */
    private long duration = Long.MAX_VALUE;

    RunLoop(ScriptHost host, NanoClock clock, Inbox inbox, double hz) {
        if (!(hz >= 0)) {
            throw new IllegalArgumentException("updates a second of at least 0 expected, got " + hz);
        }
        this.host = host;
        this.clock = clock;
        this.inbox = inbox;
        this.period = hz == 0 ? 0 : Math.max(1, (long) Math.min(SECOND / hz, MAX_PERIOD));
    }

    /** The same for so many seconds at most. */
    void run(double seconds, BooleanSupplier until) throws InterruptedException {
        duration = (long) (seconds * SECOND);
        run(() -> until.getAsBoolean() || left() <= 0);
    }

    private long left() {
        return duration - (clock.nanoTime() - begin);
    }

    void run(BooleanSupplier until) throws InterruptedException {
        begin = clock.nanoTime();
        long last = begin;
        long next = last;
        while (!host.isStopped()) {
            long now = clock.nanoTime();
            update((now - last) / (double) SECOND);
            last = now;
            if (host.isStopped() || until.getAsBoolean()) {
                return;
            }
            next = period == 0 ? now + SECOND / DEFAULT_HZ : Math.max(next + period, now);
            park(next);
        }
    }

    private void update(double dt) {
        try {
            host.update(dt);
        } catch (IllegalStateException e) {
            if (!host.isClosed()) {
                throw e;
            }
            // Another thread has closed the host since the last look.
        }
    }

    private void park(long next) throws InterruptedException {
        long left = next - clock.nanoTime();
        if (period > 0) {
            inbox.awaitWake(left);
        } else {
            inbox.await(Math.min(left(), host.hasUpdates() ? left : IDLE));
        }
    }
}
