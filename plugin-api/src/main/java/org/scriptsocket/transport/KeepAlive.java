package org.scriptsocket.transport;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/**
 * Asks a peer from time to time whether it lives (RFC 6455, 5.5.2), as {@code ping-interval} and {@code pong-timeout} say; for transports. While reading
 * is held up it asks nothing, and waits: a pong would not be seen.
 *
 * <p>One of its methods, or of the tasks that it gives to the timer, at a time; the transport sees to that.
 */
public final class KeepAlive {

    /** Runs things later for the connection. */
    @FunctionalInterface
    public interface Timer {

        /**
         * Runs the task once, never inside this call.
         *
         * @param millis from now on
         * @return what takes it back; without effect once it runs
         */
        Runnable after(long millis, Runnable task);
    }

    private final Timer timer;
    private final long interval;
    private final long patience;
    private final Runnable ping;
    private final BooleanSupplier heldUp;
    private final Consumer<Failure.Lost> lost;
    private Runnable waiting = () -> {};
    /** Grows with each wait: a task of an earlier one may be under way when it is taken back. */
    private int waits;

    private boolean ended;

    /**
     * @param ping sends a ping; called again and again, but not after {@link #end}
     * @param heldUp whether nothing is read now
     * @param lost told, once at most, that no pong came in time
     */
    public KeepAlive(Timer timer, Limits limits, Runnable ping, BooleanSupplier heldUp, Consumer<Failure.Lost> lost) {
        this.timer = timer;
        this.interval = limits.get(Limit.PING_INTERVAL);
        this.patience = limits.get(Limit.PONG_TIMEOUT);
        this.ping = ping;
        this.heldUp = heldUp;
        this.lost = lost;
    }

    /** The connection is open. Without {@code ping-interval} nothing ever happens. */
    public void begin() {
        if (interval > 0) {
            after(interval, this::ask);
        }
    }

    /** A pong has come, whether it was asked for or not. */
    public void pong() {
        begin();
    }

    /** Asks no more, and tells nothing more. Twice is no effect. */
    public void end() {
        ended = true;
        waiting.run();
    }

    private void ask() {
        if (heldUp.getAsBoolean()) {
            begin();
        } else {
            ping.run();
            after(patience, this::judge);
        }
    }

    private void judge() {
        if (heldUp.getAsBoolean()) {
            after(patience, this::judge);
        } else {
            end();
            lost.accept(Failure.Lost.silent(Duration.ofMillis(patience)));
        }
    }

    private void after(long millis, Runnable task) {
        waiting.run();
        if (!ended) {
            int mine = ++waits;
            waiting = timer.after(millis, () -> {
                if (!ended && mine == waits) {
                    task.run();
                }
            });
        }
    }
}
