package org.scriptsocket.lua;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.LibraryFunction;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.websocket.Event;

/** Makes of an event the table that a callback gets. */
final class EventTables {

    private static final LuaString EVENT = LuaValue.valueOf("event");
    private static final LuaString MESSAGE = LuaValue.valueOf("message");
    private static final LuaString TYPE = LuaValue.valueOf("type");
    private static final LuaString CODE = LuaValue.valueOf("code");
    private static final LuaString REASON = LuaValue.valueOf("reason");
    private static final LuaString EMPTY = LuaValue.valueOf("");
    /** Finds a header whatever the case of its name. */
    private static final LuaTable ANY_CASE = anyCase();

    private EventTables() {}

    static LuaTable table(Event event) {
        LuaTable table = new LuaTable(0, 4);
        table.rawset(EVENT, LuaValue.valueOf(event.code()));
        if (event instanceof Event.Received received) {
            table.rawset(MESSAGE, payload(received.content()));
            table.rawset(TYPE, LuaValue.valueOf(received.content().type().code()));
        } else if (event instanceof Event.Connected connected) {
            table.rawset(MESSAGE, EMPTY);
            answer(table, connected.response());
        } else if (event instanceof Event.Failed failed) {
            table.rawset(MESSAGE, LuaText.of(failed.message()));
            answer(table, failed.response());
        } else if (event instanceof Event.Disconnected end) {
            table.rawset(MESSAGE, LuaText.of(end.message()));
            table.rawset(CODE, LuaValue.valueOf(end.status()));
            table.rawset(REASON, LuaText.of(end.reason()));
        }
        return table;
    }

    /** The string owns the bytes from now on. */
    private static LuaString payload(Message message) {
        ByteBuffer bytes = message.payload();
        return bytes.hasArray()
                ? LuaString.valueUsing(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining())
                : LuaString.valueUsing(message.bytes());
    }

    private static void answer(LuaTable table, @Nullable HandshakeResponse response) {
        if (response == null) {
            return;
        }
        LuaTable headers = new LuaTable();
        response.joinedHeaders().forEach((name, value) -> headers.rawset(latin1(name), latin1(value)));
        headers.setmetatable(ANY_CASE);
        LuaTable answer = new LuaTable(0, 3);
        answer.set("status", response.status());
        answer.set("headers", headers);
        answer.set("response", LuaString.valueUsing(response.body()));
        table.set("handshake_response", answer);
    }

    /** Header fields are bytes, one a character. */
    private static LuaString latin1(String text) {
        return LuaString.valueUsing(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static LuaTable anyCase() {
        LuaTable metatable = new LuaTable();
        LibraryFunction.define(metatable, "__index", args -> find(args.checktable(1), args.arg(2)));
        metatable.rawset(LuaValue.METATABLE, LuaValue.FALSE);
        return metatable;
    }

    private static LuaValue find(LuaTable headers, LuaValue name) {
        for (LuaValue each : headers.keys()) {
            if (name.isstring() && each.tojstring().equalsIgnoreCase(name.tojstring())) {
                return headers.rawget(each);
            }
        }
        return LuaValue.NIL;
    }
}
