package org.scriptsocket.lua.vm.lib;

import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A function of a library. */
@NullMarked
final class LibraryFunction extends VarArgFunction {

    private final Function<Varargs, Varargs> body;

    LibraryFunction(String name, Function<Varargs, Varargs> body) {
        this.name = name;
        this.body = body;
    }

    static void define(LuaTable library, String name, Function<Varargs, Varargs> body) {
        library.rawset(LuaValue.valueOf(name), new LibraryFunction(name, body));
    }

    /** Makes a library known by its name, as a global and to {@code require}. */
    static LuaTable publish(LuaValue globals, String name, LuaTable library) {
        globals.set(name, library);
        globals.get("package").get("loaded").set(name, library);
        return library;
    }

    @Override
    public Varargs invoke(Varargs args) {
        return body.apply(args);
    }
}
