package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** Names of Lua 5.1, which scripts for Defold use and LuaJ's 5.2 has not. */
final class Lua51Names {

    private Lua51Names() {}

    static void define(LuaTable globals) {
        LuaTable table = globals.get("table").checktable();
        globals.set("unpack", table.get("unpack"));
        Builtin.define(table, "getn", args -> args.arg1().len());
        Builtin.define(table, "maxn", args -> LuaValue.valueOf(largest(args.checktable(1))));
        LuaTable modules = globals.get("package").checktable();
        modules.set("loaders", modules.get("searchers"));
    }

    private static double largest(LuaTable table) {
        double largest = 0;
        for (LuaValue key : table.keys()) {
            if (key.type() == LuaValue.TNUMBER) {
                largest = Math.max(largest, key.todouble());
            }
        }
        return largest;
    }
}
