package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;

/**
 * What the engines of a factory can do.
 *
 * @param luajava whether scripts can do whatever Java can
 * @param luajc whether scripts are compiled to Java's byte code
 * @param sandbox null if its scripts are trusted
 */
record LuaSettings(
        boolean luajava,
        boolean luajc,
        ModuleFolders folders,
        @Nullable LuaSandbox sandbox) {

    LuaSettings {
        if (sandbox != null && luajc) {
            throw new IllegalStateException(
                    "A sandbox can not run scripts that LuaJC compiles: nothing would bound how long they run");
        }
        if (sandbox != null && luajava) {
            throw new IllegalStateException("A sandbox can not have luajava: its scripts could do whatever Java can");
        }
    }

    static LuaSettings standard() {
        return new LuaSettings(false, false, ModuleFolders.none(), null);
    }

    LuaSettings withLuajava() {
        return new LuaSettings(true, luajc, folders, sandbox);
    }

    LuaSettings withLuajc() {
        return new LuaSettings(luajava, true, folders, sandbox);
    }

    LuaSettings withModules(ModuleFolders next) {
        return new LuaSettings(luajava, luajc, next, sandbox);
    }

    LuaSettings withSandbox(LuaSandbox next) {
        return new LuaSettings(luajava, luajc, folders, next);
    }
}
