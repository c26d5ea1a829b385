package org.scriptsocket.lua.vm.lib;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.NullMarked;
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

    static void defineBinary(LuaTable library, String name, DoubleBinaryOperator body) {
        LibraryFunction.define(
                library,
                name,
                args -> valueOf(body.applyAsDouble(Arguments.number(args, 1, name), Arguments.number(args, 2, name))));
    }

    @Override
    public LuaValue call(LuaValue number) {
        return valueOf(body.applyAsDouble(Arguments.number(number, 1, name)));
    }

    @Override
    public Varargs invoke(Varargs args) {
        return valueOf(body.applyAsDouble(Arguments.number(args, 1, name)));
    }
}
