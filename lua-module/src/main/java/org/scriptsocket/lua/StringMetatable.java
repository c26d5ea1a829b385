package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.StringLib;

/**
 * The metatable of all strings of the JVM, of which LuaJ has only one: looks into that of the VM that is running, so that one script
 * can not break the strings of another engine's.
 */
final class StringMetatable extends LuaTable {

    private static final LuaTable LIBRARY = library();

    /** Serves stock LuaJ in the same JVM. */
    private final @Nullable LuaValue outside;

    private StringMetatable(@Nullable LuaValue outside) {
        this.outside = outside;
    }

    private static LuaTable library() {
        Globals scratch = new Globals();
        scratch.load(new PackageLib());
        LuaTable library = scratch.load(new StringLib()).checktable();
        LuaString.s_metatable = new StringMetatable(LuaString.s_metatable);
        return library;
    }

    /** Gives a VM a {@code string} table and a string metatable of its own. */
    static void install(LuaVm vm) {
        LuaTable string = new LuaTable();
        for (LuaValue name : LIBRARY.keys()) {
            string.rawset(name, LIBRARY.rawget(name));
        }
        vm.globals().rawset("string", string);
        vm.globals().get("package").get("loaded").set("string", string);
        vm.stringMetatable().rawset(LuaValue.INDEX, string);
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        LuaVm vm = LuaVm.current();
        if (vm != null) {
            return vm.stringMetatable().rawget(key);
        }
        return outside == null ? NIL : outside.rawget(key);
    }
}
