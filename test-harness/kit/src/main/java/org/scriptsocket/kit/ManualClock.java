package org.scriptsocket.kit;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.websocket.NanoClock;

/**
 * Time that passes only when a test says so. What is due runs inside {@link #advance}, on the thread that calls it, each thing at
 * its own time, and so does what that sets off in turn. Thread-safe.
 */
public final class ManualClock implements NanoClock, Timers {

    private record Due(long at, long number, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long now;
    private long count;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Runnable after(long nanos, Runnable task) {
        Due due = new Due(now + Math.max(nanos, 0), count++, task);
        queue.add(due);
        return () -> cancel(due);
    }

    /** Lets this much time pass. */
    public void advance(Duration time) {
        runUntil(nanoTime() + time.toNanos());
    }

    /** Lets so many milliseconds pass. */
    public void advance(long millis) {
        advance(Duration.ofMillis(millis));
    }

    /**
     * Runs what is due by now, and lets no time pass.
     *
     * @return whether there was anything
     */
    public boolean runDue() {
        return runUntil(nanoTime());
    }

    /** In how many nanoseconds the next thing is to run, 0 if it is due; empty if there is none. */
    public synchronized OptionalLong untilNext() {
        Due due = queue.peek();
        return due == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, due.at - now));
    }

    /** How many things are to run some time. */
    public synchronized int waiting() {
        return queue.size();
    }

    private boolean runUntil(long end) {
        boolean any = false;
        for (Due due = next(end); due != null; due = next(end)) {
            due.task().run();
            any = true;
        }
        return any;
    }

    private synchronized @Nullable Due next(long end) {
        Due due = queue.peek();
        if (due == null || due.at > end) {
            now = Math.max(now, end);
            return null;
        }
        now = Math.max(now, due.at);
        return queue.poll();
    }

    private synchronized void cancel(Due due) {
        queue.remove(due);
    }
}
