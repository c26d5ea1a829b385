package org.scriptsocket.lua;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** {@code newproxy}: values whose behaviour is all in their metatables. */
final class Proxies {

    private final Set<LuaValue> metatables = Collections.newSetFromMap(new WeakHashMap<>());

    void define(LuaTable globals) {
        LibraryFunction.define(globals, "newproxy", this::create);
    }

    private Varargs create(Varargs args) {
        LuaUserdata proxy = new LuaUserdata(new Object());
        if (args.arg1().toboolean()) {
            proxy.setmetatable(metatable(args.arg1()));
        }
        return proxy;
    }

    private LuaValue metatable(LuaValue like) {
        if (like.isboolean()) {
            LuaTable metatable = new LuaTable();
            metatables.add(metatable);
            return metatable;
        }
        LuaValue metatable = like instanceof LuaUserdata ? like.getmetatable() : null;
        if (metatable == null || !metatables.contains(metatable)) {
            throw Arguments.error(1, "newproxy", "boolean or proxy expected");
        }
        return metatable;
    }
}
