package org.scriptsocket.lua.vm.lib;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaNumber;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A function of one number. */
@NullMarked
final class NumberFunction extends VarArgFunction {

    private final DoubleUnaryOperator body;

    private NumberFunction(String name, DoubleUnaryOperator body) {
        this.name = name;
        this.body = body;
    }

    static void define(LuaTable library, String name, DoubleUnaryOperator body) {
        library.rawset(LuaValue.valueOf(name), new NumberFunction(name, body));
    }

    @Override
    public LuaValue call(LuaValue number) {
        return valueOf(body.applyAsDouble(first(number)));
    }

    private double first(LuaValue number) {
        return number instanceof LuaNumber ? number.todouble() : Arguments.number(number, 1, name);
    }

    @Override
    public Varargs invoke(Varargs args) {
        return valueOf(body.applyAsDouble(Arguments.number(args, 1, name)));
    }
}
