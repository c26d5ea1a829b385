package org.scriptsocket.lua;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.policy.ScriptBudget;

/** Bounds how many coroutines of a sandbox are begun and not finished. One that nobody can resume counts until it was collected. */
final class CoroutineSlots {

    private final long most;
    private AtomicInteger taken = new AtomicInteger();

    CoroutineSlots(long most) {
        this.most = most;
    }

    /** The place of one coroutine. Refers to nothing of a VM. */
    static final class Slot {

        private final AtomicInteger taken;
        private final AtomicBoolean released = new AtomicBoolean();

        private Slot(AtomicInteger taken) {
            this.taken = taken;
        }

        /** On any thread; twice is no effect. */
        void release() {
            if (!released.getAndSet(true)) {
                taken.decrementAndGet();
            }
        }
    }

    /** @throws LuaError if there are too many */
    Slot take() {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw new LuaError("cannot start the coroutine: the limit of " + most + " unfinished ones is reached ("
                    + ScriptBudget.COROUTINES.key() + ")");
        }
        return new Slot(taken);
    }

    /** Those that there are count no more: they were ended. */
    void forget() {
        taken = new AtomicInteger();
    }
}
