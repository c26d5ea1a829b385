package org.scriptsocket.lua;

import java.util.function.Function;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.VarArgFunction;

/** A function of ours in a table of a script. */
final class Builtin extends VarArgFunction {

    private final Function<Varargs, Varargs> body;

    private Builtin(String name, Function<Varargs, Varargs> body) {
        this.name = name;
        this.body = body;
    }

    static void define(LuaTable table, String name, Function<Varargs, Varargs> body) {
        table.rawset(LuaValue.valueOf(name), of(name, body));
    }

    static Builtin of(String name, Function<Varargs, Varargs> body) {
        return new Builtin(name, body);
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        return body.apply(arguments);
    }

    @Override
    public String tojstring() {
        return "function: builtin: " + name;
    }

    /** An argument that must be there, be it nil. */
    static LuaValue value(Varargs arguments, int position, String function) {
        if (arguments.narg() < position) {
            throw bad(position, function, "value expected");
        }
        return arguments.arg(position);
    }

    static LuaValue function(Varargs arguments, int position, String function) {
        LuaValue value = arguments.arg(position);
        if (!value.isfunction()) {
            throw bad(position, function, "function expected, got " + typeName(arguments, position));
        }
        return value;
    }

    static String typeName(Varargs arguments, int position) {
        return arguments.narg() < position
                ? "no value"
                : arguments.arg(position).typename();
    }

    static LuaError bad(int position, String function, String what) {
        return new LuaError("bad argument #" + position + " to '" + function + "' (" + what + ")");
    }
}
