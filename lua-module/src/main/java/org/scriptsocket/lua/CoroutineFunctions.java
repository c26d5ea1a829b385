package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/**
 * The table {@code coroutine}, as in Lua 5.1, but for two things: a function in Java may be a coroutine, and a coroutine may yield inside
 * metamethods, iterators, {@code pcall}, {@code table.sort} and {@code string.gsub}; only not across a call of the host's.
 */
final class CoroutineFunctions {

    private final LuaVm vm;

    CoroutineFunctions(LuaVm vm) {
        this.vm = vm;
    }

    LuaTable table() {
        LuaTable table = new LuaTable();
        LibraryFunction.define(table, "create", args -> new Coroutine(vm, function(args, "create")));
        LibraryFunction.define(table, "wrap", args -> new WrappedCoroutine(new Coroutine(vm, function(args, "wrap"))));
        LibraryFunction.define(table, "resume", args -> resume(thread(args, "resume"), args.subargs(2)));
        LibraryFunction.define(table, "yield", args -> current().pause(args));
        LibraryFunction.define(table, "status", args -> LuaValue.valueOf(status(thread(args, "status"))));
        LibraryFunction.define(table, "running", args -> running());
        LibraryFunction.define(table, "isyieldable", args -> LuaValue.valueOf(running() instanceof Coroutine));
        return table;
    }

    /** Nil for the main coroutine. */
    private LuaValue running() {
        return vm.globals().running instanceof Coroutine coroutine ? coroutine : LuaValue.NIL;
    }

    /** What runs in the current coroutine; a yield must keep only this, or the coroutine could never be collected. */
    private CoroutineBody current() {
        if (vm.globals().running instanceof Coroutine coroutine) {
            return coroutine.body();
        }
        throw new LuaError(LuaValue.valueOf("attempt to yield across metamethod/C-call boundary"), 0);
    }

    private String status(LuaThread thread) {
        return thread instanceof Coroutine
                ? thread.getStatus()
                : vm.coroutines().running() == null ? "running" : "normal";
    }

    private Varargs resume(LuaThread thread, Varargs arguments) {
        if (!(thread instanceof Coroutine coroutine) || !coroutine.isSuspended()) {
            return LuaValue.varargsOf(LuaValue.FALSE, LuaValue.valueOf(refusal(thread)));
        }
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, coroutine.resume(arguments));
        } catch (LuaError error) {
            return LuaValue.varargsOf(LuaValue.FALSE, error.value());
        }
    }

    private String refusal(LuaThread thread) {
        return "cannot resume " + status(thread) + " coroutine";
    }

    private static LuaValue function(Varargs args, String function) {
        if (!args.arg1().isfunction()) {
            throw bad(function, "Lua function expected");
        }
        return args.arg1();
    }

    private static LuaThread thread(Varargs args, String function) {
        if (args.arg1() instanceof LuaThread thread) {
            return thread;
        }
        throw bad(function, "coroutine expected");
    }

    private static LuaError bad(String function, String what) {
        return new LuaError("bad argument #1 to '" + function + "' (" + what + ")");
    }
}
