package org.scriptsocket.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where everything arrives that comes from other threads, in the order of arrival over all connections. What one connection can put in
 * is bounded by its {@link Window}.
 */
public final class Inbox {

    /** Something to be done on the script thread. */
    sealed interface Entry {}

    /** By number, not by reference, so that a transport never holds on to a script's functions. */
    record ForConnection(long id, Signal signal) implements Entry {}

    record ForHost(Runnable task) implements Entry {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private boolean woken;
    /** Whether there is something, to be looked at without the lock. */
    private volatile boolean filled;
    /** Whether there is something of which nobody was told. */
    private boolean untold;
    /** What is done in place of a thread that waits, or null. */
    private @Nullable Runnable deputy;

    private boolean deputyRuns;
    /** Whether the thread that waits would go on, and must not before its deputy has ended. */
    private boolean heldUp;

    void post(long id, Signal signal) {
        add(new ForConnection(id, signal), true);
    }

    /** As {@link #post}, but who waits is woken no earlier than by the next {@link #tell} or post. */
    void put(long id, Signal signal) {
        add(new ForConnection(id, signal), false);
    }

    /** Has the task run in the next update. */
    public void post(Runnable task) {
        add(new ForHost(task), true);
    }

    /** Wakes who waits, if something was put; or does its work, if it waits in {@link #await(long, Runnable)}. */
    void tell() {
        Runnable work;
        lock.lock();
        try {
            work = untold && !deputyRuns ? deputy : null;
            if (work == null) {
                signal();
            } else {
                untold = false;
                deputyRuns = true;
            }
        } finally {
            lock.unlock();
        }
        if (work != null) {
            deputise(work);
        }
    }

    private void deputise(Runnable work) {
        try {
            work.run();
        } finally {
            lock.lock();
            try {
                deputyRuns = false;
                if (filled || woken || heldUp) {
                    arrived.signal();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void add(Entry entry, boolean tell) {
        lock.lock();
        try {
            entries.add(entry);
            untold |= !filled;
            filled = true;
            if (tell) {
                signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        if (untold) {
            untold = false;
            arrived.signal();
        }
    }

    public boolean isEmpty() {
        return !filled;
    }

    /** Moves all that has arrived to the end of {@code target}. */
    void drainTo(Deque<Entry> target) {
        if (!filled) {
            return;
        }
        lock.lock();
        try {
            target.addAll(entries);
            entries.clear();
            filled = false;
            untold = false;
        } finally {
            lock.unlock();
        }
    }

    private void awaitDeputy() {
        heldUp = true;
        while (deputyRuns) {
            arrived.awaitUninterruptibly();
        }
        heldUp = false;
    }

    /** Ends a wait, the one under way or the next. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something has arrived or {@link #wake} is called, for at most so many nanoseconds.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public void await(long nanos) throws InterruptedException {
        await(nanos, true);
    }

    /**
     * The same, but a transport's thread that brings messages does the work itself; the wait goes on, unless the work has called {@link #wake} or
     * left something. When this returns or throws, no work is under way.
     */
    public void await(long nanos, Runnable work) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            deputy = work;
            await(nanos, true);
        } finally {
            deputy = null;
            awaitDeputy();
            lock.unlock();
        }
    }

    /** The same, but only {@link #wake} ends the wait early. */
    public void awaitWake(long nanos) throws InterruptedException {
        await(nanos, false);
    }

    private void await(long nanos, boolean forArrivals) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!woken && !(forArrivals && filled) && left > 0) {
                left = arrived.awaitNanos(left);
                awaitDeputy();
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
