package org.scriptsocket.lua;

import java.util.function.Supplier;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

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
        Builtin.define(metatable, "__index", args -> find(args.arg(2)));
        return metatable;
    }

    private LuaValue find(LuaValue name) {
        Bindings shared = context.get().getBindings(ScriptContext.GLOBAL_SCOPE);
        if (shared == null || !(values.toJava(name) instanceof String text) || text.isEmpty()) {
            return LuaValue.NIL;
        }
        return values.toLua(shared.get(text));
    }
}
