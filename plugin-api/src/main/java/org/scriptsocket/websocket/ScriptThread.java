package org.scriptsocket.websocket;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

    /** Null while nobody is inside. Guarded by the lock for writing; a thread may look for itself without. */
    private volatile @Nullable Thread inside;

    private int depth;
    private @Nullable ConnectionOwner owner;

    /** @param atExit what is done at the end of each entry, still inside it */
    public ScriptThread(Runnable atExit) {
        this.atExit = atExit;
    }

    /** @throws IllegalStateException if another thread is inside; it names both */
    public void enter() {
        Thread current = Thread.currentThread();
        if (inside == current) {
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
        if (inside != Thread.currentThread()) {
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

    /** Whether the current thread is inside an entry. */
    public boolean isCurrent() {
        return inside == Thread.currentThread();
    }

    /** Whether the current thread is inside, or carries on the script call of the one that is. */
    boolean isCurrent(ScriptValues values) {
        return isCurrent() || inside != null && values.carriesScriptCall(Thread.currentThread());
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
