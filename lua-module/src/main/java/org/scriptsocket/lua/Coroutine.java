package org.scriptsocket.lua;

import java.lang.ref.Cleaner;
import java.util.Locale;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A coroutine with error values that survive, on a daemon thread. */
final class Coroutine extends LuaThread {

    private static final Cleaner CLEANER = Cleaner.create();

    private final LuaVm vm;
    private final CoroutineBody body;
    private boolean watched;

    Coroutine(LuaVm vm, LuaValue function) {
        super(vm.globals(), function);
        this.vm = vm;
        this.body = new CoroutineBody(vm, function);
        this.errorfunc = vm.tracker().errorHook();
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

    /** @throws LuaFailure what the coroutine threw */
    @Override
    public Varargs resume(Varargs arguments) {
        watch();
        Globals globals = vm.globals();
        LuaThread before = globals.running;
        ActiveCalls stackBefore = vm.tracker().stack();
        mark(before, CoroutineBody.Status.NORMAL);
        globals.running = this;
        vm.tracker().stack(body.stack());
        try {
            return body.resume(arguments);
        } finally {
            vm.tracker().stack(stackBefore);
            globals.running = before;
            mark(before, CoroutineBody.Status.RUNNING);
        }
    }

    private void watch() {
        if (!watched) {
            watched = true;
            CLEANER.register(this, body::orphan);
        }
    }

    private static void mark(LuaThread thread, CoroutineBody.Status status) {
        if (thread instanceof Coroutine other) {
            other.body.status(status);
        }
    }
}
