package org.scriptsocket.specs;

import java.time.Duration;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.websocket.NanoClock;

/** The time of a spec: the real one, or one that passes only when nothing else is to do. Goes on from the one to the other. Thread-safe. */
final class SpecClock implements NanoClock {

    private static final double NANOS = 1e6;

    private final ManualClock manual = new ManualClock();
    private boolean virtual;
    /** What the time of now is ahead of its source. */
    private long ahead;

    @Override
    public synchronized long nanoTime() {
        return ahead + (virtual ? manual.nanoTime() : System.nanoTime());
    }

    double millis() {
        return nanoTime() / NANOS;
    }

    synchronized boolean isVirtual() {
        return virtual;
    }

    synchronized void virtual(boolean on) {
        long now = nanoTime();
        virtual = on;
        ahead += now - nanoTime();
    }

    /** What is due in virtual time. */
    ManualClock manual() {
        return manual;
    }

    /** Milliseconds until the next thing in virtual time; infinite if there is none. */
    double untilNext() {
        return manual.untilNext().stream()
                .mapToDouble(nanos -> nanos / NANOS)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Lets virtual time pass. */
    void advance(double millis) {
        manual.advance(Duration.ofNanos((long) Math.ceil(millis * NANOS)));
    }
}
