package org.scriptsocket.lua.vm.lib;

import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A function of a library. */
@NullMarked
public final class LibraryFunction extends VarArgFunction {

    private final Function<Varargs, Varargs> body;

    private LibraryFunction(String name, Function<Varargs, Varargs> body) {
        this.name = name;
        this.body = body;
    }

    public static LibraryFunction of(String name, Function<Varargs, Varargs> body) {
        return new LibraryFunction(name, body);
    }

    public static void define(LuaTable library, String name, Function<Varargs, Varargs> body) {
        library.rawset(LuaValue.valueOf(name), of(name, body));
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

    @Override
    public String tojstring() {
        return "function: builtin: " + name;
    }
}
