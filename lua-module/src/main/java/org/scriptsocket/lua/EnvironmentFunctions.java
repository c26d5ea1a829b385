package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.Level;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** {@code getfenv} and {@code setfenv} of Lua 5.1. */
final class EnvironmentFunctions {

    private final Globals globals;

    EnvironmentFunctions(Globals globals) {
        this.globals = globals;
    }

    void define(LuaTable table) {
        LibraryFunction.define(table, "getfenv", args -> environment(function(args, args.isnoneornil(1), "getfenv")));
        LibraryFunction.define(table, "setfenv", args -> set(args, Arguments.table(args, 2, "setfenv")));
    }

    /** Nil stands for a function of Java. */
    private LuaValue function(Varargs args, boolean caller, String name) {
        if (args.arg1().isfunction()) {
            return args.arg1();
        }
        long level = caller ? 1 : Arguments.integer(args, 1, name);
        if (level < 0) {
            throw Arguments.error(1, name, "level must be non-negative");
        }
        Level call = level > Integer.MAX_VALUE ? null : globals.calls.level((int) level);
        if (call == null) {
            throw Arguments.error(1, name, "invalid level");
        }
        if (call.isTail()) {
            throw new LuaError("no function environment for tail call at level " + level);
        }
        LuaClosure function = call.function();
        return function == null ? LuaValue.NIL : function;
    }

    private LuaValue environment(LuaValue function) {
        LuaValue own = function instanceof LuaClosure closure ? closure.environment() : null;
        return own == null ? ofCoroutine() : own;
    }

    private LuaTable ofCoroutine() {
        LuaTable chosen = globals.calls.environment();
        return chosen == null ? globals : chosen;
    }

    private Varargs set(Varargs args, LuaTable environment) {
        LuaValue function = function(args, false, "setfenv");
        if (args.arg1().isnumber() && args.arg1().todouble() == 0) {
            globals.calls.environment(environment);
            return LuaValue.NONE;
        }
        if (!(function instanceof LuaClosure closure)) {
            throw new LuaError("'setfenv' cannot change environment of given object");
        }
        closure.environment(environment);
        return closure;
    }
}
