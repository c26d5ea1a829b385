package org.scriptsocket.websocket;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one thread at a time that may be inside a host, an <em>entry</em>: load, start, call, update, close, or a call of the module
 * from outside of these.
 *
 * <p>Everything that a script can see changes only inside an entry.
 */
public final class ScriptThread {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Runnable atExit;
    private final Runnable afterExit;
    /** Weakly, so that an engine that nobody uses any more can go. Guarded by itself. */
    private final Set<Predicate<Thread>> carriers = Collections.newSetFromMap(new WeakHashMap<>());

    /** Null while nobody is inside. Guarded by the lock for writing; a thread may look for itself without. */
    private volatile @Nullable Thread inside;

    private int depth;
    private @Nullable ConnectionOwner owner;

    /**
     * @param atExit what is done at the end of each entry, still inside it
     * @param afterExit what is done when an entry is over, by the thread that was inside
     */
    public ScriptThread(Runnable atExit, Runnable afterExit) {
        this.atExit = atExit;
        this.afterExit = afterExit;
    }

    /** @param carrier whether a thread carries on the script call of the one that is inside, as a coroutine's may; to be kept by the caller */
    public void addCarrier(Predicate<Thread> carrier) {
        synchronized (carriers) {
            carriers.add(carrier);
        }
    }

    /** @throws IllegalStateException if another thread is inside; it names both */
    public void enter() {
        Thread current = Thread.currentThread();
        if (isCurrent()) {
            depth++;
            return;
        }
        lock.lock();
        try {
            Thread other = inside;
            if (other != null) {
                throw new IllegalStateException(
                        "The script host is in use by thread '" + other.getName() + "' and was called by thread '"
                                + current.getName() + "'; a host is used by one thread at a time");
            }
            inside = current;
            depth = 1;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #enter}, but waits while another thread is inside. */
    public void enterWhenFree() {
        if (!isCurrent()) {
            lock.lock();
            try {
                while (inside != null) {
                    left.awaitUninterruptibly();
                }
                inside = Thread.currentThread();
                depth = 0;
            } finally {
                lock.unlock();
            }
        }
        depth++;
    }

    /** As {@link #enter}, but does nothing and returns false if any thread is inside, the current one included. */
    public boolean enterIfFree() {
        lock.lock();
        try {
            if (inside != null) {
                return false;
            }
            inside = Thread.currentThread();
            depth = 1;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends what {@link #enter} began; the outermost end runs the host's end-of-entry work. */
    public void exit() {
        if (depth > 1) {
            depth--;
            return;
        }
        try {
            atExit.run();
        } finally {
            free();
        }
        afterExit.run();
    }

    private void free() {
        lock.lock();
        try {
            depth = 0;
            inside = null;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the current thread is inside an entry, or carries on the script call of the one that is. */
    public boolean isCurrent() {
        Thread current = Thread.currentThread();
        return inside == current || inside != null && carriesOn(current);
    }

    private boolean carriesOn(Thread current) {
        synchronized (carriers) {
            return carriers.stream().anyMatch(carrier -> carrier.test(current));
        }
    }

    /** The instance whose script call is running, or null outside of one. */
    public @Nullable ConnectionOwner owner() {
        return owner;
    }

    /** Sets the instance whose script call is running, and returns the one before, to be set again when the call is over. */
    public @Nullable ConnectionOwner owner(@Nullable ConnectionOwner next) {
        ConnectionOwner before = owner;
        owner = next;
        return before;
    }
}
