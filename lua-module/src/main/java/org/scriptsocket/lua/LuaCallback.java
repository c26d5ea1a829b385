package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.Event;
import org.scriptsocket.websocket.ScriptCallback;

/** A function of a script that is told the events of the one connection it was made for. */
final class LuaCallback implements ScriptCallback {

    private final LuaVm vm;
    private final LuaFunction function;
    /** Null until connect has returned the connection. */
    private @Nullable ConnectionValue value;

    LuaCallback(LuaVm vm, LuaFunction function) {
        this.vm = vm;
        this.function = vm.heldByHost(function);
    }

    /** What the script holds of the connection. */
    ConnectionValue value(Connection connection) {
        ConnectionValue known = value;
        if (known == null) {
            known = new ConnectionValue(connection);
            value = known;
        }
        return known;
    }

    @Override
    public void call(@Nullable Object self, Connection connection, Event event) {
        LuaValue instance = self instanceof LuaValue known ? known : LuaValue.NIL;
        if (event instanceof Event.Received received) {
            vm.took(received.content().length());
        }
        vm.call(function, LuaValue.varargsOf(instance, value(connection), EventTables.table(event)));
    }
}
