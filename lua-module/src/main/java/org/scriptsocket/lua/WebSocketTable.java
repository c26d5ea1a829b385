package org.scriptsocket.lua;

import java.util.function.Supplier;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.WebSocketModule;

/** The global {@code websocket} of an engine. It is there from the beginning; what it calls is found at the first call. */
final class WebSocketTable {

    /** What a connect is to a budget: about so many characters of work, and so many bytes until its end has been delivered. */
    private static final int CONNECT_WORK = 8_000;

    private static final int REFUSED_WORK = 40;

    private static final int CONNECT_MEMORY = 2_000;
    private static final int SEND_WORK = 100;

    private final LuaVm vm;
    private final Scopes scopes;
    private final LuaValues values;
    private final Supplier<WebSocketModule> module;

    WebSocketTable(LuaVm vm, Scopes scopes, Supplier<WebSocketModule> module) {
        this.vm = vm;
        this.scopes = scopes;
        this.values = new LuaValues();
        this.module = module;
    }

    LuaTable table() {
        LuaTable table = new LuaTable();
        WebSocketModule.CONSTANTS.forEach((name, number) -> table.set(name, number));
        // What is read of the arguments may be a function of the script, which must not yield inside the module.
        LibraryFunction.define(table, "connect", args -> vm.onMain(() -> connect(args)));
        LibraryFunction.define(table, "send", args -> vm.onMain(() -> send(args)));
        LibraryFunction.define(table, "disconnect", args -> vm.onMain(() -> disconnect(args)));
        return table;
    }

    private Varargs connect(Varargs args) {
        chargeConnect();
        LuaValue third = args.arg(3);
        if (third instanceof LuaFunction function) {
            LuaCallback callback = new LuaCallback(scopes, function);
            Connection connection = module.get().connect(values, args.arg1(), args.arg(2), callback);
            return callback.value(connection);
        }
        module.get().connect(values, args.arg1(), args.arg(2), third);
        return LuaValue.NONE;
    }

    /** Each connect that is refused waits for the next update; the more of them wait, the dearer is another. */
    private void chargeConnect() {
        if (CurrentBudget.isOn()) {
            long refused = module.get().refused();
            CurrentBudget.work(CONNECT_WORK + REFUSED_WORK * refused * refused);
            CurrentBudget.memory(CONNECT_MEMORY);
        }
    }

    private Varargs send(Varargs args) {
        CurrentBudget.work(SEND_WORK + (args.arg(2) instanceof LuaString text ? text.m_length : 0));
        module.get().send(values, args.arg1(), args.arg(2), args.arg(3));
        return LuaValue.NONE;
    }

    private Varargs disconnect(Varargs args) {
        module.get().disconnect(values, args.arg1());
        return LuaValue.NONE;
    }
}
