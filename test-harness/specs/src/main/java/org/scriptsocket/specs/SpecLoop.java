package org.scriptsocket.specs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.Event;
import org.scriptsocket.websocket.EventObserver;

/** Updates the host of a spec until something is so. In virtual time it goes to the next deadline when nothing else is to do. */
final class SpecLoop implements EventObserver {

    /** How often something is tried again in virtual time, milliseconds. */
    private static final double RETRY = 10;
    /** Deadlines that are nearer than this get a wake-up of their own; the host looks at the others in time. */
    private static final double NEAR = 20;

    private final SpecClock clock;
    private final Unit unit;
    private final CallbackErrors errors;
    private long events;

    SpecLoop(SpecClock clock, Unit unit, CallbackErrors errors) {
        this.clock = clock;
        this.unit = unit;
        this.errors = errors;
    }

    @Override
    public void onEvent(Connection connection, Event event) {
        events++;
    }

    /** Returns when it is so, or the clock has reached the moment. */
    void run(ScriptHost host, BooleanSupplier what, double millis) {
        while (!isEnd(what, millis)) {
            try {
                turn(host, what, millis);
            } catch (Overrun e) {
                errors.overran(e);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new SpecFailure("interrupted");
            }
        }
    }

    private void turn(ScriptHost host, BooleanSupplier what, double millis) {
        if (clock.isVirtual()) {
            round(host, what, millis);
        } else {
            host.run(0, () -> {
                wakeInTime(host);
                return clock.isVirtual() || isEnd(what, millis);
            });
        }
    }

    private boolean isEnd(BooleanSupplier what, double millis) {
        errors.check();
        return what.getAsBoolean() || clock.millis() >= millis;
    }

    private void wakeInTime(ScriptHost host) {
        double left = unit.deadline() - clock.millis();
        if (left > 0 && left < NEAR) {
            Executor then = CompletableFuture.delayedExecutor((long) (left * 1e6) + 1, TimeUnit.NANOSECONDS);
            then.execute(() -> wake(host));
        }
    }

    private static void wake(ScriptHost host) {
        try {
            host.execute(() -> {});
        } catch (RejectedExecutionException e) {
            // The spec is over.
        }
    }

    private void round(ScriptHost host, BooleanSupplier what, double millis) {
        long before = events;
        clock.manual().runDue();
        host.update(0);
        boolean quiet = events == before && !unit.progressed() && clock.untilNext() > 0;
        if (quiet && clock.isVirtual() && !isEnd(what, millis)) {
            clock.advance(Math.max(1, Math.min(pause(), millis - clock.millis())));
        }
    }

    /** How long nothing will happen, in virtual time. */
    private double pause() {
        double idle = clock.untilNext();
        if (!unit.isOver()) {
            idle = Math.min(idle, unit.deadline() - clock.millis());
        }
        return unit.retries() ? Math.min(idle, RETRY) : idle;
    }
}
