package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaValue;

/** A value of Lua that stands for an object of Java. Two that stand for the same object are the same value to scripts. */
interface Held {

    Object held();

    @SuppressWarnings("ReferenceEquality")
    default boolean isTwin(LuaValue other) {
        return other instanceof Held twin && twin.held() == held();
    }
}
