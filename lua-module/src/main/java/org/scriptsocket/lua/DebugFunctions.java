package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The part of {@code debug} that tells where a script is: {@code traceback} and {@code getinfo}. */
final class DebugFunctions {

    private final LuaVm vm;

    DebugFunctions(LuaVm vm) {
        this.vm = vm;
    }

    void define(Globals globals) {
        LuaTable debug = new LuaTable();
        Builtin.define(debug, "traceback", this::traceback);
        Builtin.define(debug, "getinfo", this::info);
        globals.rawset("debug", debug);
        globals.get("package").get("loaded").set("debug", debug);
    }

    private Varargs traceback(Varargs args) {
        boolean other = args.arg1() instanceof LuaThread;
        LuaValue message = args.arg(other ? 2 : 1);
        if (!message.isnil() && !message.isstring()) {
            return message;
        }
        LuaValue level = args.arg(other ? 3 : 2);
        int from = level.isnil() ? 1 : Math.max(1, level.toint());
        Calls calls = args.arg1() instanceof Coroutine coroutine
                ? coroutine.body().calls(from)
                : vm.tracker().stack().calls(from);
        String lines = String.join("\n\t", calls.lines());
        LuaString text = LuaText.of("stack traceback:" + (lines.isEmpty() ? "" : "\n\t" + lines));
        return message.isnil() ? text : message.concat(LuaText.of("\n")).concat(text);
    }

    private Varargs info(Varargs args) {
        int at = args.arg1() instanceof LuaThread ? 2 : 1;
        ActiveCalls stack = vm.tracker().stack();
        LuaValue what = args.arg(at);
        if (what.isfunction()) {
            return info(what, null);
        }
        int level = what.checkint();
        if (level > 0 && !stack.has(level)) {
            return LuaValue.NIL;
        }
        LuaClosure function = stack.function(level);
        return info(function == null ? LuaValue.NIL : function, stack.position(level));
    }

    private static LuaTable info(LuaValue function, @Nullable Position position) {
        LuaTable info = new LuaTable();
        LuaClosure closure = function instanceof LuaClosure known ? known : null;
        int defined = closure == null ? -1 : closure.p.linedefined;
        info.set("what", closure == null ? "C" : defined == 0 ? "main" : "Lua");
        info.set("source", closure == null ? LuaValue.valueOf("=[C]") : closure.p.source);
        info.set("short_src", LuaText.of(closure == null ? "[C]" : Position.file(closure.p)));
        info.set("linedefined", defined);
        info.set("lastlinedefined", closure == null ? -1 : closure.p.lastlinedefined);
        info.set("currentline", position == null ? -1 : position.line());
        info.set("namewhat", "");
        info.set("func", function);
        return info;
    }
}
