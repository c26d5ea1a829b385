package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.Event;
import org.scriptsocket.websocket.ScriptCallback;

/** A function of a script that is told the events of the one connection it was made for. */
final class LuaCallback implements ScriptCallback {

    private final Scopes scopes;
    /** Where connect was called. */
    private final Scope scope;

    private final LuaFunction function;
    /** Null until connect has returned the connection. */
    private @Nullable ConnectionValue value;

    LuaCallback(Scopes scopes, LuaFunction function) {
        this.scopes = scopes;
        this.scope = scopes.current();
        this.function = scopes.vm().heldByHost(function);
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
            scopes.vm().took(received.content().length());
        }
        scopes.call(scope, function, LuaValue.varargsOf(instance, value(connection), EventTables.table(event)));
    }
}
