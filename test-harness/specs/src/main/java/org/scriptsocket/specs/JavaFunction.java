package org.scriptsocket.specs;

import java.util.function.Function;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.VarArgFunction;

/** A function of ours that scripts can call. */
final class JavaFunction extends VarArgFunction {

    private final Function<Varargs, Varargs> body;

    private JavaFunction(String name, Function<Varargs, Varargs> body) {
        this.name = name;
        this.body = body;
    }

    static JavaFunction of(String name, Function<Varargs, Varargs> body) {
        return new JavaFunction(name, body);
    }

    static void define(LuaTable table, String name, Function<Varargs, Varargs> body) {
        table.set(name, of(name, body));
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        return body.apply(arguments);
    }

    @Override
    public String tojstring() {
        return "function: builtin: " + name;
    }

    /** What a function without a result gives. */
    static Varargs nothing() {
        return LuaValue.NONE;
    }
}
