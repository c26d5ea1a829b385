package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** {@code require} and the table {@code package} of Lua 5.1. Libraries that are no Lua are never loaded. */
final class ModuleFunctions {

    /** Stands for a module while it is loaded. */
    private static final LuaValue LOADING = new LuaUserdata("a module that is being loaded");

    private final Globals vm;
    private final LuaTable globals;
    private final LuaTable modules;
    private final LuaTable loaded = new LuaTable();

    ModuleFunctions(LuaVm vm) {
        this(vm.globals(), vm.globals(), new LuaTable());
    }

    private ModuleFunctions(Globals vm, LuaTable globals, LuaTable modules) {
        this.vm = vm;
        this.globals = globals;
        this.modules = modules;
    }

    void define(ModuleLoaders loaders, ModulePath path) {
        modules.set("loaded", loaded);
        modules.set("preload", new LuaTable());
        modules.set("path", LuaText.of(path.initial()));
        modules.set("cpath", LuaValue.EMPTYSTRING);
        modules.set("config", LuaValue.valueOf("/\n;\n?\n!\n-"));
        modules.set("loaders", loaders.table(modules));
        modules.set("searchers", modules.get("loaders"));
        LibraryFunction.define(modules, "searchpath", ModuleLoaders::search);
        LibraryFunction.define(modules, "loadlib", ModuleFunctions::refuse);
        loaded.set("_G", globals);
        loaded.set("package", modules);
        globals.set("package", modules);
        LibraryFunction.define(globals, "require", this::require);
        new ModuleDefinition(vm, globals, loaded).define(globals, modules);
    }

    /** Gives a scope modules of its own, which see its globals; where and how they are found is the same. */
    void share(ScopeTable scope, LuaTable library) {
        new ModuleFunctions(vm, scope, modules).defineIn(scope.own(), loaded, library);
    }

    private void defineIn(LuaTable own, LuaTable known, LuaTable library) {
        for (LuaValue name : known.keys()) {
            if (known.rawget(name).raweq(library.rawget(name))) {
                loaded.rawset(name, known.rawget(name));
            }
        }
        LuaTable metatable = new LuaTable();
        metatable.rawset(LuaValue.INDEX, modules);
        metatable.rawset(LuaValue.NEWINDEX, modules);
        metatable.rawset(LuaValue.METATABLE, LuaValue.FALSE);
        LuaTable shown = new LuaTable();
        shown.rawset("loaded", loaded);
        shown.setmetatable(metatable);
        loaded.rawset("_G", globals);
        loaded.rawset("package", shown);
        new ModuleDefinition(vm, globals, loaded).define(own, shown);
        LibraryFunction.define(own, "require", this::require);
        own.rawset("package", shown);
        for (LuaValue name : own.keys()) {
            if (library.rawget(name).isnil()) {
                own.rawset(name, LuaValue.NIL);
            }
        }
    }

    private static Varargs refuse(Varargs args) {
        Arguments.string(args, 1, "loadlib");
        Arguments.string(args, 2, "loadlib");
        return LuaValue.varargsOf(
                LuaValue.NIL, LuaValue.valueOf("dynamic libraries not enabled"), LuaValue.valueOf("absent"));
    }

    private Varargs require(Varargs args) {
        LuaString name = Arguments.string(args, 1, "require");
        LuaValue known = loaded.get(name);
        if (known.raweq(LOADING)) {
            throw new LuaError("loop or previous error loading module '" + LuaText.string(name) + "'");
        }
        return known.toboolean() ? known : load(name);
    }

    private LuaValue load(LuaString name) {
        LuaValue loader = loader(name);
        loaded.set(name, LOADING);
        LuaValue result = loader.call(name);
        if (!result.isnil()) {
            loaded.set(name, result);
        }
        if (loaded.get(name).raweq(LOADING)) {
            loaded.set(name, LuaValue.TRUE);
        }
        return loaded.get(name);
    }

    private LuaValue loader(LuaString name) {
        if (!(modules.get("loaders") instanceof LuaTable loaders)) {
            throw new LuaError("'package.loaders' must be a table");
        }
        StringBuilder tried = new StringBuilder();
        for (int i = 1; !loaders.rawget(i).isnil(); i++) {
            LuaValue found = loaders.rawget(i).call(name);
            if (found.isfunction()) {
                return found;
            }
            tried.append(found.isstring() ? LuaText.string(found.strvalue()) : "");
        }
        throw new LuaError(LuaText.of("module '" + LuaText.string(name) + "' not found:" + tried));
    }
}
