package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.Level;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** {@code module} and {@code package.seeall} of Lua 5.1. */
final class ModuleDefinition {

    private final Globals vm;
    private final LuaTable globals;
    private final LuaTable loaded;

    ModuleDefinition(Globals vm, LuaTable globals, LuaTable loaded) {
        this.vm = vm;
        this.globals = globals;
        this.loaded = loaded;
    }

    void define(LuaTable target, LuaTable modules) {
        LibraryFunction.define(target, "module", this::module);
        LibraryFunction.define(modules, "seeall", this::seeAll);
    }

    private Varargs module(Varargs args) {
        String name = LuaText.string(Arguments.string(args, 1, "module"));
        LuaTable module = loaded.get(LuaText.of(name)) instanceof LuaTable known ? known : create(name);
        if (module.get("_NAME").isnil()) {
            module.set("_M", module);
            module.set("_NAME", LuaText.of(name));
            module.set("_PACKAGE", LuaText.of(name.substring(0, name.lastIndexOf('.') + 1)));
        }
        caller().environment(module);
        for (int i = 2; i <= args.narg(); i++) {
            args.arg(i).call(module);
        }
        return LuaValue.NONE;
    }

    private LuaClosure caller() {
        Level level = vm.calls.level(1);
        LuaClosure caller = level == null ? null : level.function();
        if (caller == null) {
            throw new LuaError("'module' not called from a Lua function");
        }
        return caller;
    }

    /** A table in the globals, and tables on the way to it, by the dots of its name. */
    private LuaTable create(String name) {
        LuaTable table = globals;
        for (String part : name.split("\\.", -1)) {
            LuaValue next = table.rawget(LuaText.of(part));
            if (next.isnil()) {
                next = new LuaTable();
                table.set(LuaText.of(part), next);
            }
            if (!(next instanceof LuaTable inner)) {
                throw new LuaError(LuaText.of("name conflict for module '" + name + "'"));
            }
            table = inner;
        }
        loaded.set(LuaText.of(name), table);
        return table;
    }

    private Varargs seeAll(Varargs args) {
        LuaTable module = Arguments.table(args, 1, "seeall");
        LuaValue metatable = module.getmetatable();
        if (metatable == null) {
            metatable = new LuaTable();
            module.setmetatable(metatable);
        }
        metatable.set(LuaValue.INDEX, globals);
        return LuaValue.NONE;
    }
}
