package org.scriptsocket.runner;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.VarArgFunction;

/** A function of ours for the Lua that comes with the program. */
final class LuaCall extends VarArgFunction {

    private final Consumer<Varargs> body;

    LuaCall(Consumer<Varargs> body) {
        this.body = body;
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        body.accept(arguments);
        return NONE;
    }

    /** One that gives a text. */
    static LuaValue giving(Supplier<String> text) {
        return new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs arguments) {
                return valueOf(text.get());
            }
        };
    }
}
