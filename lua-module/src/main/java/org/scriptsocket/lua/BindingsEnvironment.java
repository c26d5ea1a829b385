package org.scriptsocket.lua;

import javax.script.Bindings;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** Bindings of a host as the environment of a chunk: its globals are written there, and read there and then among the engine's. */
final class BindingsEnvironment {

    private final Bindings bindings;
    private final LuaVm vm;
    private final JavaValues values;

    BindingsEnvironment(Bindings bindings, LuaVm vm, JavaValues values) {
        this.bindings = bindings;
        this.vm = vm;
        this.values = values;
    }

    LuaTable table() {
        LuaTable metatable = new LuaTable();
        Builtin.define(metatable, "__index", args -> read(args.arg(2)));
        Builtin.define(metatable, "__newindex", args -> {
            write(args.arg(2), args.arg(3));
            return LuaValue.NONE;
        });
        LuaTable environment = new LuaTable();
        environment.setmetatable(metatable);
        return environment;
    }

    private LuaValue read(LuaValue key) {
        Object name = values.toJava(key);
        return name instanceof String text && bindings.containsKey(text)
                ? values.toLua(bindings.get(text))
                : vm.globals().get(key);
    }

    private void write(LuaValue key, LuaValue value) {
        if (values.toJava(key) instanceof String name) {
            bindings.put(name, values.toJava(value));
        } else {
            vm.globals().set(key, value);
        }
    }
}
