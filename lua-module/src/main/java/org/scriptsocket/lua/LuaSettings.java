package org.scriptsocket.lua;

/**
 * What the engines of a factory can do.
 *
 * @param luajava whether scripts can do whatever Java can
 * @param luajc whether scripts are compiled to Java's byte code
 */
record LuaSettings(boolean luajava, boolean luajc, ModuleFolders folders) {

    static LuaSettings standard() {
        return new LuaSettings(false, false, ModuleFolders.none());
    }

    LuaSettings withLuajava() {
        return new LuaSettings(true, luajc, folders);
    }

    LuaSettings withLuajc() {
        return new LuaSettings(luajava, true, folders);
    }

    LuaSettings withModules(ModuleFolders next) {
        return new LuaSettings(luajava, luajc, next);
    }
}
