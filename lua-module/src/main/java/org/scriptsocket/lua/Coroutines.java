package org.scriptsocket.lua;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;

/** The coroutines of one VM that were resumed and are not dead. */
final class Coroutines {

    /** As many as Lua 5.1 lets resume one another. */
    private static final int NESTED = 198;

    private static final long FRUITLESS_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int WAITS = 20;

    /** Where they wait to be resumed; only of those that hold a platform thread. */
    private final Set<Gate> holding = ConcurrentHashMap.newKeySet();

    /** Null where scripts are trusted. */
    private final @Nullable CoroutineSlots slots;

    private LongSupplier limit = () -> Long.MAX_VALUE;
    /** Those that were started in another one are over. */
    private int era;

    private int depth;
    /** Null while the main coroutine runs. Changed by the thread that has the turn; read by any. */
    private volatile @Nullable CoroutineBody running;
    /** When the garbage collector was last asked for threads and had none. */
    private long fruitless = System.nanoTime() - FRUITLESS_NANOS;

    Coroutines(@Nullable CoroutineSlots slots) {
        this.slots = slots;
    }

    void limit(LongSupplier most) {
        limit = most;
    }

    int era() {
        return era;
    }

    @Nullable CoroutineBody running() {
        return running;
    }

    /** Whether it runs the coroutine that is running. */
    boolean carriedBy(Thread thread) {
        CoroutineBody body = running;
        return body != null && body.runsOn(thread);
    }

    /** @throws LuaError if too many have resumed one another */
    void enter(CoroutineBody body) {
        if (depth == NESTED) {
            throw new LuaError("C stack overflow");
        }
        depth++;
        running = body;
    }

    void leave(@Nullable CoroutineBody before) {
        depth--;
        running = before;
    }

    /** A place for one that begins; null where they are not counted. */
    CoroutineSlots.@Nullable Slot slot() {
        return slots == null ? null : slots.take();
    }

    /** @throws LuaError if there is no thread for it */
    void start(CoroutineBody body) {
        CoroutineThreads threads = CoroutineThreads.ofThisJvm();
        if (threads.virtual()) {
            threads.start(body);
            return;
        }
        long most = limit.getAsLong();
        // No sandbox makes the collector of the whole JVM run.
        if (holding.size() >= most && (slots != null || !collected(most))) {
            throw new LuaError("cannot start the coroutine: the limit of " + most
                    + " unfinished ones, which hold a thread each, is reached (coroutine-threads)");
        }
        hold(body, threads);
    }

    private void hold(CoroutineBody body, CoroutineThreads threads) {
        holding.add(body.resumed());
        try {
            threads.start(body);
        } catch (OutOfMemoryError e) {
            holding.remove(body.resumed());
            throw new LuaError("cannot start the coroutine: the system gives no more threads");
        }
    }

    void ended(CoroutineBody body) {
        holding.remove(body.resumed());
    }

    /** Threads are no reason for the garbage collector to run, so that it has to be asked for those that nobody can resume any more. */
    private boolean collected(long most) {
        if (System.nanoTime() - fruitless < FRUITLESS_NANOS) {
            return false;
        }
        System.gc();
        for (int i = 0; i < WAITS && holding.size() >= most; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        boolean found = holding.size() < most;
        if (!found) {
            fruitless = System.nanoTime();
        }
        return found;
    }

    /** Ends all that are suspended; one that runs is dead at its next yield. */
    void end() {
        era++;
        if (slots != null) {
            slots.forget();
        }
        holding.forEach(Gate::abandon);
    }

    /** How many hold a platform thread. */
    int holding() {
        return holding.size();
    }
}
