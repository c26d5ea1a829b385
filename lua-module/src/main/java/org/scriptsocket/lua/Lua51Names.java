package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaTable;

/** Names of Lua 5.1, which scripts for Defold use and LuaJ's 5.2 has not. */
final class Lua51Names {

    private Lua51Names() {}

    static void define(LuaTable globals) {
        LuaTable modules = globals.get("package").checktable();
        modules.set("loaders", modules.get("searchers"));
    }
}
