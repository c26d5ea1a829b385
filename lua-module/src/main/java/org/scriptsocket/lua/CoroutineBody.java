package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CallStack;
import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.OrphanedThread;
import org.scriptsocket.lua.vm.Traceback;
import org.scriptsocket.lua.vm.Varargs;

/**
 * What a coroutine runs, on a thread of its own, while the thread that resumed it waits. Refers to no {@link Coroutine}, so that
 * one that nobody can resume is collected.
 */
final class CoroutineBody {

    /** As {@code coroutine.status} calls them. */
    enum Status {
        SUSPENDED,
        RUNNING,
        NORMAL,
        DEAD
    }

    private final LuaVm vm;
    private final LuaValue function;
    private final CallStack calls = new CallStack(false);
    private final Gate resumed = new Gate();
    private final Gate paused = new Gate();

    private Status status = Status.SUSPENDED;
    /** What goes from one thread to the other; the gates order it. */
    private Varargs passed = LuaValue.NONE;

    private @Nullable Throwable thrown;
    /** The calls that an error has ended the coroutine in, or null. */
    private @Nullable Traceback failed;

    /** Null until it begins, and where coroutines are not counted. */
    private CoroutineSlots.@Nullable Slot slot;

    private boolean started;
    private int era;
    /** Whether the thread that resumed it is a platform thread, which may spin without being in the way of this one. */
    private boolean spinning;
    /** Null unless it has a thread; set and unset by that one. */
    private volatile @Nullable Thread thread;

    CoroutineBody(LuaVm vm, LuaValue function) {
        this.vm = vm;
        this.function = function;
        calls.environment(vm.globals().calls.environment());
        calls.deepest(vm.depth());
    }

    void tell(HeldMemory held) {
        held.add(function);
        held.add(calls);
    }

    Status status() {
        boolean over =
                started && status == Status.SUSPENDED && era != vm.coroutines().era();
        return over ? Status.DEAD : status;
    }

    void status(Status next) {
        status = next;
    }

    CallStack calls() {
        return calls;
    }

    /** The calls under way from a level on, or those that it died in. */
    Traceback traceback(int level) {
        Traceback last = failed;
        return last == null ? calls.traceback(level) : last;
    }

    /** Opened when it is resumed. */
    Gate resumed() {
        return resumed;
    }

    boolean runsOn(Thread other) {
        return thread == other;
    }

    /**
     * Runs on until the next yield or the end; waits for it.
     *
     * @throws LuaError what it threw, or that there is no thread for it
     */
    Varargs resume(Varargs arguments) {
        spinning = !VirtualThreads.is(Thread.currentThread());
        passed = arguments.dealias();
        if (started) {
            status = Status.RUNNING;
            resumed.open();
        } else {
            start();
        }
        paused.await(spinning);
        rethrow();
        return taken();
    }

    private void start() {
        era = vm.coroutines().era();
        started = true;
        status = Status.RUNNING;
        try {
            slot = vm.coroutines().slot();
            vm.coroutines().start(this);
        } catch (LuaError e) {
            release();
            started = false;
            status = Status.SUSPENDED;
            throw e;
        }
    }

    /** On the coroutine's thread: gives the values to the one that resumed it and waits to be resumed again. */
    Varargs pause(Varargs values) {
        boolean spin = spinning;
        passed = values.dealias();
        status = Status.SUSPENDED;
        paused.open();
        resumed.await(spin);
        return taken();
    }

    /** On the coroutine's thread, all of it. */
    void run(Runnable done) {
        thread = Thread.currentThread();
        LuaVm.enterCurrent(vm);
        try {
            passed = calls.call(function, taken(), null);
        } catch (OrphanedThread e) {
            // The VM may be running: it is left alone.
            thrown = e;
        } catch (LuaError e) {
            failed = e.traceback();
            thrown = e;
        } catch (Error e) {
            thrown = e;
        }
        LuaVm.leaveCurrent();
        thread = null;
        status = Status.DEAD;
        vm.coroutines().ended(this);
        release();
        done.run();
        paused.open();
    }

    private void release() {
        if (slot != null) {
            slot.release();
        }
    }

    CoroutineSlots.@Nullable Slot slot() {
        return slot;
    }

    private Varargs taken() {
        Varargs values = passed;
        passed = LuaValue.NONE;
        return values;
    }

    private void rethrow() {
        Throwable end = thrown;
        thrown = null;
        if (end instanceof Error error) {
            throw error;
        }
        if (end instanceof LuaError failure) {
            throw failure;
        }
    }
}
