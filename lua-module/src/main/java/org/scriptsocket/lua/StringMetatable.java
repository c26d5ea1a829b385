package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.StringLib;

/**
 * The metatable of all strings of the JVM, of which LuaJ has only one: looks into that of the VM that is running, so that one script
 * can not break the strings of another engine's.
 */
final class StringMetatable extends LuaTable {

    private static final LuaTable LIBRARY = library();

    /** Serves stock LuaJ in the same JVM. */
    private final LuaValue outside;

    private StringMetatable(LuaValue outside) {
        this.outside = outside;
    }

    private static LuaTable library() {
        Globals scratch = new Globals();
        LuaTable modules = new LuaTable();
        modules.set("loaded", new LuaTable());
        scratch.set("package", modules);
        LuaTable library = scratch.load(new StringLib()).checktable();
        // Loading has set it, if it was not there already.
        LuaString.s_metatable = new StringMetatable(LuaString.s_metatable);
        return copy(library);
    }

    private static LuaTable copy(LuaTable library) {
        LuaTable copy = new LuaTable();
        for (LuaValue name : library.keys()) {
            copy.rawset(name, library.rawget(name));
        }
        return copy;
    }

    /** Gives a VM a {@code string} table and a string metatable of its own. */
    static void install(LuaVm vm) {
        LuaTable string = copy(LIBRARY);
        vm.globals().rawset("string", string);
        vm.globals().get("package").get("loaded").set("string", string);
        vm.stringMetatable().rawset(LuaValue.INDEX, string);
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        LuaVm vm = LuaVm.current();
        return vm == null ? outside.rawget(key) : vm.stringMetatable().rawget(key);
    }
}
