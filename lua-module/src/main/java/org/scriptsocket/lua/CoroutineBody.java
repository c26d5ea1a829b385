package org.scriptsocket.lua;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.OrphanedThread;
import org.scriptsocket.lua.vm.Varargs;

/**
 * What a coroutine runs, on a thread of its own, while the thread that resumed it waits. Refers to no {@link Coroutine}, so that
 * one that nobody can resume is collected.
 */
final class CoroutineBody implements Runnable {

    /** As {@code coroutine.status} calls them. */
    enum Status {
        SUSPENDED,
        RUNNING,
        NORMAL,
        DEAD
    }

    private final LuaVm vm;
    private final LuaValue function;
    private final ActiveCalls stack = new ActiveCalls();
    private final Semaphore resumed = new Semaphore(0);
    private final Semaphore paused = new Semaphore(0);
    private final CoroutineThread thread = new CoroutineThread(this);

    private Status status = Status.SUSPENDED;
    /** What goes from one thread to the other; the semaphores order it. */
    private Varargs passed = LuaValue.NONE;

    private @Nullable Throwable thrown;
    private boolean started;

    CoroutineBody(LuaVm vm, LuaValue function) {
        this.vm = vm;
        this.function = function;
    }

    Status status() {
        return status;
    }

    void status(Status next) {
        status = next;
    }

    ActiveCalls stack() {
        return stack;
    }

    boolean runsOn(Thread other) {
        return thread == other;
    }

    /** Runs on until the next yield or the end; waits for it. */
    Varargs resume(Varargs arguments) {
        passed = arguments;
        status = Status.RUNNING;
        if (started) {
            resumed.release();
        } else {
            started = true;
            thread.start();
        }
        paused.acquireUninterruptibly();
        rethrow();
        return passed;
    }

    /** On the coroutine's thread: gives the values to the one that resumed it and waits to be resumed again. */
    Varargs pause(Varargs values) {
        passed = values;
        status = Status.SUSPENDED;
        paused.release();
        resumed.acquireUninterruptibly();
        if (thread.isOrphan()) {
            throw new OrphanedThread();
        }
        return passed;
    }

    void orphan() {
        thread.orphan();
        resumed.release();
    }

    @Override
    public void run() {
        LuaVm.enterCurrent(vm);
        try {
            passed = function.invoke(passed);
        } catch (LuaError | StackOverflowError | OutOfMemoryError e) {
            thrown = vm.tracker().failure(e);
        } catch (OrphanedThread e) {
            return;
        } catch (Throwable e) {
            thrown = e instanceof Error ? e : vm.tracker().failure(e);
        }
        status = Status.DEAD;
        paused.release();
    }

    private void rethrow() {
        Throwable end = thrown;
        thrown = null;
        if (end instanceof Error error) {
            throw error;
        }
        if (end instanceof LuaFailure failure) {
            throw failure;
        }
    }
}
