package org.scriptsocket;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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

    /** Whether transport threads may update while this one waits. */
    private final boolean direct;

    private BooleanSupplier until = () -> false;
    /** When the last update began, by the clock. */
    private long last;
    /** What an update by another thread has thrown, or null. */
    private @Nullable Throwable thrown;
    /** Whether an update by another thread was the last. */
    private boolean over;

    private long begin;
    /** Nanoseconds from the beginning to the end. */
    private long duration = Long.MAX_VALUE;

    /** @param direct whether transport threads may update while this one waits */
    RunLoop(ScriptHost host, NanoClock clock, Inbox inbox, double hz, boolean direct) {
        if (!(hz >= 0)) {
            throw new IllegalArgumentException("updates a second of at least 0 expected, got " + hz);
        }
        this.host = host;
        this.clock = clock;
        this.inbox = inbox;
        this.direct = direct;
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

    void run(BooleanSupplier condition) throws InterruptedException {
        until = condition;
        begin = clock.nanoTime();
        last = begin;
        long next = last;
        while (!host.isStopped()) {
            long now = clock.nanoTime();
            update((now - last) / (double) SECOND);
            last = now;
            if (isOver()) {
                return;
            }
            next = period == 0 ? now + SECOND / DEFAULT_HZ : Math.max(next + period, now);
            try {
                park(next);
            } finally {
                endAfterOthers();
            }
            if (over) {
                return;
            }
        }
    }

    private boolean isOver() {
        return host.isStopped() || until.getAsBoolean();
    }

    /** In place of the thread that waits, by one of the transport. */
    private void updateForOther() {
        if (!over && thrown == null && !host.isStopped()) {
            updateAndNote();
        }
        if (over || thrown != null) {
            inbox.wake();
        }
    }

    private void updateAndNote() {
        try {
            long now = clock.nanoTime();
            if (host.updateIfFree((now - last) / (double) SECOND)) {
                last = now;
                over = isOver() || host.isCloseAsked();
            }
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
    }

    /** On the thread that runs the host, as if the update had been its own. */
    private void endAfterOthers() {
        if (over) {
            host.closeIfAsked();
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception
                && !(exception instanceof IllegalStateException && host.isClosed())) {
            throw exception;
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
        } else if (direct) {
            inbox.await(Math.min(left(), host.hasUpdates() ? left : IDLE), this::updateForOther);
        } else {
            inbox.await(Math.min(left(), host.hasUpdates() ? left : IDLE));
        }
    }
}
