package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The table {@code coroutine}. */
final class CoroutineFunctions {

    private final LuaVm vm;

    CoroutineFunctions(LuaVm vm) {
        this.vm = vm;
    }

    LuaTable table() {
        LuaTable table = new LuaTable();
        Builtin.define(table, "create", args -> new Coroutine(vm, Builtin.function(args, 1, "create")));
        Builtin.define(table, "resume", args -> resume(thread(args, "resume"), args.subargs(2)));
        Builtin.define(table, "wrap", this::wrap);
        Builtin.define(table, "yield", args -> current().pause(args));
        Builtin.define(
                table, "status", args -> LuaValue.valueOf(thread(args, "status").getStatus()));
        Builtin.define(table, "running", args -> running());
        return table;
    }

    private Varargs running() {
        LuaThread running = vm.globals().running;
        return LuaValue.varargsOf(running, LuaValue.valueOf(running.isMainThread()));
    }

    /** What runs in the current coroutine; a yield must keep only this, or the coroutine could never be collected. */
    private CoroutineBody current() {
        if (vm.globals().running instanceof Coroutine coroutine) {
            return coroutine.body();
        }
        throw new LuaError("attempt to yield from outside a coroutine");
    }

    private static Varargs resume(LuaThread thread, Varargs arguments) {
        if (!(thread instanceof Coroutine coroutine) || !coroutine.isSuspended()) {
            return LuaValue.varargsOf(LuaValue.FALSE, LuaValue.valueOf(refusal(thread)));
        }
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, coroutine.resume(arguments));
        } catch (LuaFailure failure) {
            return LuaValue.varargsOf(LuaValue.FALSE, failure.value());
        }
    }

    private Varargs wrap(Varargs args) {
        Coroutine coroutine = new Coroutine(vm, Builtin.function(args, 1, "wrap"));
        return Builtin.of("wrap", arguments -> wrapped(coroutine, arguments));
    }

    private Varargs wrapped(Coroutine coroutine, Varargs arguments) {
        if (!coroutine.isSuspended()) {
            throw new LuaError(refusal(coroutine));
        }
        try {
            return coroutine.resume(arguments);
        } catch (LuaFailure failure) {
            boolean handled = vm.tracker().stack().handler() != null;
            throw handled ? vm.tracker().failure(failure.value(), 0) : failure;
        }
    }

    private static String refusal(LuaThread thread) {
        return "cannot resume " + (thread.getStatus().equals("dead") ? "dead" : "non-suspended") + " coroutine";
    }

    private static LuaThread thread(Varargs args, String function) {
        if (args.arg1() instanceof LuaThread thread) {
            return thread;
        }
        throw Builtin.bad(1, function, "coroutine expected");
    }
}
