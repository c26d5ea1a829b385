package org.scriptsocket.kit.memory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.scriptsocket.kit.Timers;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Failure;

/** Asks the peer from time to time whether it lives, but not while reading is held up. On the timers' thread. */
final class MemoryKeepAlive {

    private final Timers timers;
    private final long interval;
    private final long patience;
    private final Runnable ping;
    private final BooleanSupplier heldUp;
    private final Consumer<Failure.Lost> lost;
    private Runnable timer = () -> {};

    /** @param lost told why, once */
    MemoryKeepAlive(Timers timers, Limits limits, Runnable ping, BooleanSupplier heldUp, Consumer<Failure.Lost> lost) {
        this.timers = timers;
        this.interval = limits.get(Limit.PING_INTERVAL);
        this.patience = limits.get(Limit.PONG_TIMEOUT);
        this.ping = ping;
        this.heldUp = heldUp;
        this.lost = lost;
    }

    void start() {
        if (interval > 0) {
            after(interval, this::ask);
        }
    }

    void pong() {
        timer.run();
        start();
    }

    void end() {
        timer.run();
    }

    private void ask() {
        if (heldUp.getAsBoolean()) {
            start();
        } else {
            ping.run();
            after(patience, this::judge);
        }
    }

    private void judge() {
        if (heldUp.getAsBoolean()) {
            after(patience, this::judge);
        } else {
            lost.accept(Failure.Lost.silent(Duration.ofMillis(patience)));
        }
    }

    private void after(long millis, Runnable task) {
        timer = timers.after(TimeUnit.MILLISECONDS.toNanos(millis), task);
    }
}
