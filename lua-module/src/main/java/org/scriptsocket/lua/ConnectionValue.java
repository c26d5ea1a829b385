package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.LibraryFunction;
import org.scriptsocket.lua.vm.lib.ToString;
import org.scriptsocket.websocket.Connection;

/** A connection as a script holds it: opaque, one for each connection, with a name. */
final class ConnectionValue extends LuaUserdata {

    private static final LuaTable METATABLE = metatable();

    private final Connection connection;

    ConnectionValue(Connection connection) {
        super(connection, METATABLE);
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public String tojstring() {
        return connection.toString();
    }

    @Override
    public LuaValue get(LuaValue key) {
        throw new LuaError("attempt to index a userdata value");
    }

    @Override
    public void set(LuaValue key, LuaValue value) {
        throw new LuaError("attempt to index a userdata value");
    }

    private static LuaTable metatable() {
        LuaTable table = new LuaTable();
        LibraryFunction.define(table, "__tostring", args -> text(args.arg1()));
        LibraryFunction.define(table, "__concat", args -> text(args.arg1()).concat(text(args.arg(2))));
        table.rawset(LuaValue.METATABLE, LuaValue.FALSE);
        return table;
    }

    private static LuaValue text(LuaValue value) {
        if (value instanceof ConnectionValue known) {
            return LuaText.of(known.tojstring());
        }
        if (value.isstring()) {
            return ToString.call(value);
        }
        throw new LuaError("attempt to concatenate a " + value.typename() + " value");
    }
}
