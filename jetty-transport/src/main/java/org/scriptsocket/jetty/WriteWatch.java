package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Tells when a write makes no progress for too long. */
final class WriteWatch {

    private static final int LOOKS = 10;

    private final Scheduler timers;
    private final long limitNanos;
    private final Runnable stalled;

    /** Null while nothing is written. */
    private ByteBuffer @Nullable [] writing;

    private long left;
    private long progressNanos;
    private boolean looking;

    WriteWatch(Scheduler timers, Duration limit, Runnable stalled) {
        this.timers = timers;
        this.limitNanos = limit.toNanos();
        this.stalled = stalled;
    }

    synchronized void begin(ByteBuffer... buffers) {
        writing = buffers;
        left = Long.MAX_VALUE;
    }

    /** Looks after the write from now on, if it is still under way. */
    synchronized void pending() {
        if (writing != null && !looking) {
            progressNanos = System.nanoTime();
            looking = true;
            lookLater();
        }
    }

    synchronized void end() {
        writing = null;
    }

    private void look() {
        if (isStalled()) {
            stalled.run();
        }
    }

    private synchronized boolean isStalled() {
        if (writing == null) {
            looking = false;
            return false;
        }
        long now = System.nanoTime();
        long remaining = remaining(writing);
        progressNanos = remaining < left ? now : progressNanos;
        left = remaining;
        looking = now - progressNanos < limitNanos;
        if (looking) {
            lookLater();
        }
        return !looking;
    }

    private void lookLater() {
        timers.schedule(this::look, Math.max(limitNanos / LOOKS, 1), TimeUnit.NANOSECONDS);
    }

    private static long remaining(ByteBuffer[] buffers) {
        long sum = 0;
        for (ByteBuffer buffer : buffers) {
            sum += buffer.remaining();
        }
        return sum;
    }
}
