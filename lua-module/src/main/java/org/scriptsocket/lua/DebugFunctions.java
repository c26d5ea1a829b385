package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CallStack;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.Level;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Traceback;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** The part of {@code debug} that tells where a script is: {@code traceback} and {@code getinfo}. What would let a script into other code is refused. */
final class DebugFunctions {

    private static final String[] REFUSED = {
        "debug",
        "getfenv",
        "gethook",
        "getlocal",
        "getregistry",
        "getupvalue",
        "setfenv",
        "sethook",
        "setlocal",
        "setmetatable",
        "setupvalue",
        "upvalueid",
        "upvaluejoin"
    };

    private final LuaVm vm;

    DebugFunctions(LuaVm vm) {
        this.vm = vm;
    }

    void define(Globals globals) {
        LuaTable debug = new LuaTable();
        LibraryFunction.define(debug, "traceback", this::traceback);
        LibraryFunction.define(debug, "getinfo", this::info);
        LibraryFunction.define(
                debug, "getmetatable", args -> globals.get("getmetatable").invoke(args));
        for (String name : REFUSED) {
            LibraryFunction.define(debug, name, args -> {
                throw new LuaError("debug." + name + " is not available here");
            });
        }
        globals.rawset("debug", debug);
        globals.get("package").get("loaded").set("debug", debug);
    }

    private Varargs traceback(Varargs args) {
        boolean other = args.arg1() instanceof LuaThread;
        LuaValue message = args.arg(other ? 2 : 1);
        if (args.narg() >= (other ? 2 : 1) && !message.isstring()) {
            return message;
        }
        LuaValue level = args.arg(other ? 3 : 2);
        LuaValue text = LuaText.of(traceback(args.arg1(), level.isnumber() ? level.toint() : other ? 0 : 1)
                .toString());
        return message.isnil() ? text : message.concat(LuaText.of("\n")).concat(text);
    }

    private Traceback traceback(LuaValue thread, int level) {
        boolean other = thread instanceof Coroutine && !thread.raweq(vm.globals().running);
        return other
                ? ((Coroutine) thread).body().traceback(level)
                : vm.globals().calls.traceback(level);
    }

    private Varargs info(Varargs args) {
        int at = args.arg1() instanceof LuaThread ? 2 : 1;
        LuaValue what = args.arg(at);
        LuaValue options = args.arg(at + 1);
        String fields = options.isnil() ? "flnSu" : options.tojstring();
        if (!fields.matches("[flnSuL]*")) {
            throw Arguments.error(at + 1, "getinfo", "invalid option");
        }
        if (what.isfunction()) {
            return info(what, null, fields);
        }
        if (!what.isnumber()) {
            throw Arguments.error(at, "getinfo", "function or level expected");
        }
        Level level = what.toint() < 0 ? null : calls(args.arg1()).level(what.toint());
        if (level == null) {
            return LuaValue.NIL;
        }
        LuaClosure function = level.function();
        return info(function == null ? LuaValue.NIL : function, level, fields);
    }

    private CallStack calls(LuaValue thread) {
        return thread instanceof Coroutine coroutine ? coroutine.body().calls() : vm.globals().calls;
    }

    private static LuaTable info(LuaValue function, @Nullable Level level, String fields) {
        FunctionInfo info = new FunctionInfo(function, level);
        LuaTable table = new LuaTable();
        fields.chars().forEach(each -> info.add(table, (char) each));
        return table;
    }
}
