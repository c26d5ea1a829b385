package org.scriptsocket.lua;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** What an engine's globals held before a script came: small until somebody asks for it. */
final class LibraryCopy {

    private final LuaValue[] names;
    private final LuaValue[] values;
    private @Nullable LuaTable table;

    LibraryCopy(LuaTable globals) {
        this.names = globals.keys();
        this.values = Arrays.stream(names).map(globals::rawget).toArray(LuaValue[]::new);
    }

    LuaTable table() {
        LuaTable known = table;
        if (known == null) {
            known = new LuaTable(0, names.length);
            for (int i = 0; i < names.length; i++) {
                known.rawset(names[i], values[i]);
            }
            table = known;
        }
        return known;
    }
}
