package org.scriptsocket.lua.vm.lib;

import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaNumber;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A function of two numbers, or one that joins any number of them, but at least one. */
@NullMarked
final class NumbersFunction extends VarArgFunction {

    private final DoubleBinaryOperator body;
    private final boolean joins;

    private NumbersFunction(String name, DoubleBinaryOperator body, boolean joins) {
        this.name = name;
        this.body = body;
        this.joins = joins;
    }

    static void defineBinary(LuaTable library, String name, DoubleBinaryOperator body) {
        library.rawset(LuaValue.valueOf(name), new NumbersFunction(name, body, false));
    }

    static void defineJoin(LuaTable library, String name, DoubleBinaryOperator body) {
        library.rawset(LuaValue.valueOf(name), new NumbersFunction(name, body, true));
    }

    @Override
    public LuaValue call(LuaValue first, LuaValue second) {
        return first instanceof LuaNumber && second instanceof LuaNumber
                ? valueOf(body.applyAsDouble(first.todouble(), second.todouble()))
                : invoke(varargsOf(first, second)).arg1();
    }

    @Override
    public Varargs invoke(Varargs args) {
        double result = Arguments.number(args, 1, name);
        int count = joins ? args.narg() : 2;
        for (int i = 2; i <= count; i++) {
            result = body.applyAsDouble(result, Arguments.number(args, i, name));
        }
        return valueOf(result);
    }
}
