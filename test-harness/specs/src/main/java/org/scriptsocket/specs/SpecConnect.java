package org.scriptsocket.specs;

import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;
import org.scriptsocket.lua.vm.lib.VarArgFunction;

/**
 * The {@code websocket.connect} of a spec: the callback may be left out, and what comes is recorded before it is called. In Java, so that
 * errors give the line of the spec.
 */
final class SpecConnect extends VarArgFunction {

    private final LuaValue connect;
    private final LuaTable specs;
    private final Overtime overtime;

    /** @param specs has what records */
    SpecConnect(LuaValue connect, LuaTable specs, Overtime overtime) {
        this.connect = connect;
        this.specs = specs;
        this.overtime = overtime;
        name = "connect";
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        LuaValue callback = arguments.arg(3);
        if (!callback.isnil() && !callback.isfunction()) {
            return connect.invoke(arguments);
        }
        if (!specs.get("is_running").call().toboolean()) {
            throw new LuaError("websocket.connect can only be called in a test or a hook");
        }
        Varargs connection =
                connect.invoke(LuaValue.varargsOf(arguments.arg1(), arguments.arg(2), recording(callback)));
        specs.get("opened").call(connection.arg1());
        return connection;
    }

    private LibraryFunction recording(LuaValue callback) {
        return LibraryFunction.of("callback", event -> {
            specs.get("event").call(event.arg(2), event.arg(3));
            if (!callback.isnil()) {
                called(callback, event);
            }
            return LuaValue.NONE;
        });
    }

    private void called(LuaValue callback, Varargs event) {
        overtime.begin();
        try {
            callback.invoke(event);
        } finally {
            overtime.end();
        }
    }

    @Override
    public String tojstring() {
        return "function: builtin: connect";
    }
}
