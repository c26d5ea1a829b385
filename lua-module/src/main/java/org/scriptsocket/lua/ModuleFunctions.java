package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;

/** {@code require} and the table {@code package} of Lua 5.1. Libraries that are no Lua are never loaded. */
final class ModuleFunctions {

    /** Stands for a module while it is loaded. */
    private static final LuaValue LOADING = new LuaUserdata("a module that is being loaded");

    private final Globals globals;
    private final LuaTable modules = new LuaTable();
    private final LuaTable loaded = new LuaTable();

    ModuleFunctions(LuaVm vm) {
        this.globals = vm.globals();
    }

    void define(ModuleLoaders loaders, ModulePath path) {
        modules.set("loaded", loaded);
        modules.set("preload", new LuaTable());
        modules.set("path", LuaText.of(path.initial()));
        modules.set("cpath", LuaValue.EMPTYSTRING);
        modules.set("config", LuaValue.valueOf("/\n;\n?\n!\n-"));
        modules.set("loaders", loaders.table(modules));
        modules.set("searchers", modules.get("loaders"));
        Builtin.define(modules, "searchpath", ModuleLoaders::search);
        Builtin.define(modules, "loadlib", ModuleFunctions::refuse);
        loaded.set("_G", globals);
        loaded.set("package", modules);
        globals.set("package", modules);
        Builtin.define(globals, "require", this::require);
        new ModuleDefinition(globals, loaded).define(modules);
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
