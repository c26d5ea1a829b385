package org.scriptsocket.lua;

import java.lang.ref.Cleaner;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CallStack;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A coroutine as scripts hold it. When nobody holds it any more, its thread ends. */
final class Coroutine extends LuaThread implements HeldMemory.Holder {

    private static final Cleaner CLEANER = Cleaner.create();

    /** About the bytes that one takes, its thread not included. */
    private static final int SIZE = 500;

    private final LuaVm vm;
    private final CoroutineBody body;
    /** Null for one on a virtual thread that is not counted, for it is garbage together with this; and until it is resumed. */
    private Cleaner.@Nullable Cleanable watch;

    Coroutine(LuaVm vm, LuaValue function) {
        super(vm.globals(), function);
        CurrentBudget.memory(SIZE);
        this.vm = vm;
        this.body = new CoroutineBody(vm, function);
    }

    @Override
    public void tell(HeldMemory held) {
        body.tell(held);
    }

    CoroutineBody body() {
        return body;
    }

    @Override
    public String getStatus() {
        return body.status().name().toLowerCase(Locale.ROOT);
    }

    boolean isSuspended() {
        return body.status() == CoroutineBody.Status.SUSPENDED;
    }

    /** @throws LuaError what the coroutine threw, or why it can not run */
    @Override
    public Varargs resume(Varargs arguments) {
        Globals globals = vm.globals();
        LuaThread before = globals.running;
        CallStack callsBefore = globals.calls;
        CoroutineBody outer = vm.coroutines().running();
        vm.coroutines().enter(body);
        mark(outer, CoroutineBody.Status.NORMAL);
        globals.running = this;
        globals.calls = body.calls();
        try {
            watch();
            return body.resume(arguments);
        } finally {
            globals.calls = callsBefore;
            globals.running = before;
            mark(outer, CoroutineBody.Status.RUNNING);
            vm.coroutines().leave(outer);
            unwatch();
        }
    }

    private void watch() {
        if (watch == null && !CoroutineThreads.ofThisJvm().virtual()) {
            // Must not refer to the body, which refers to the VM, from where this may be reached.
            watch = CLEANER.register(this, body.resumed()::abandon);
        }
    }

    private void unwatch() {
        CoroutineSlots.Slot slot = body.slot();
        if (watch != null && body.status() == CoroutineBody.Status.DEAD) {
            watch.clean();
        } else if (watch == null && slot != null) {
            watch = CLEANER.register(this, slot::release);
        }
    }

    private static void mark(@Nullable CoroutineBody outer, CoroutineBody.Status status) {
        if (outer != null) {
            outer.status(status);
        }
    }
}
