package org.scriptsocket.lua;

import java.util.function.Supplier;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.WebSocketModule;

/** The global {@code websocket} of an engine. It is there from the beginning; what it calls is found at the first call. */
final class WebSocketTable {

    private final LuaVm vm;
    private final LuaValues values;
    private final Supplier<WebSocketModule> module;

    WebSocketTable(LuaVm vm, Supplier<WebSocketModule> module) {
        this.vm = vm;
        this.values = new LuaValues();
        this.module = module;
    }

    LuaTable table() {
        LuaTable table = new LuaTable();
        WebSocketModule.CONSTANTS.forEach((name, number) -> table.set(name, number));
        // What is read of the arguments may be a function of the script, which must not yield inside the module.
        Builtin.define(table, "connect", args -> vm.onMain(() -> connect(args)));
        Builtin.define(table, "send", args -> vm.onMain(() -> send(args)));
        Builtin.define(table, "disconnect", args -> vm.onMain(() -> disconnect(args)));
        return table;
    }

    private Varargs connect(Varargs args) {
        LuaValue third = args.arg(3);
        if (third instanceof LuaFunction function) {
            LuaCallback callback = new LuaCallback(vm, function);
            Connection connection = module.get().connect(values, args.arg1(), args.arg(2), callback);
            return callback.value(connection);
        }
        module.get().connect(values, args.arg1(), args.arg(2), third);
        return LuaValue.NONE;
    }

    private Varargs send(Varargs args) {
        module.get().send(values, args.arg1(), args.arg(2), args.arg(3));
        return LuaValue.NONE;
    }

    private Varargs disconnect(Varargs args) {
        module.get().disconnect(values, args.arg1());
        return LuaValue.NONE;
    }
}
