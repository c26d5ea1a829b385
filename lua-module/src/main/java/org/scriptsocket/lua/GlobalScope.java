package org.scriptsocket.lua;

import java.util.function.Supplier;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** Lets a script see what its manager holds for all engines, behind its own globals. */
final class GlobalScope {

    private final Supplier<ScriptContext> context;
    private final JavaValues values;

    GlobalScope(Supplier<ScriptContext> context, JavaValues values) {
        this.context = context;
        this.values = values;
    }

    LuaTable metatable() {
        LuaTable metatable = new LuaTable();
        LibraryFunction.define(metatable, "__index", args -> find(args.arg(2)));
        return metatable;
    }

    private LuaValue find(LuaValue key) {
        if (!(key instanceof LuaString text) || text.m_length == 0) {
            return LuaValue.NIL;
        }
        String name = LuaText.string(text);
        Bindings holder = OuterScopes.having(name, context.get());
        return holder == null ? LuaValue.NIL : values.toLua(holder.get(name));
    }
}
