package org.scriptsocket.specs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.LibraryFunction;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.CloseStatus;

/** What a server has seen, as tables. */
final class SeenTables {

    private SeenTables() {}

    /** Text and binary messages: {@code {type="text", message="hi", path="/chat", connection=1}}. */
    static LuaValue messages(List<ServerLog.Entry> entries) {
        return list(entries.stream().filter(SeenTables::isMessage).map(SeenTables::frame));
    }

    private static boolean isMessage(ServerLog.Entry entry) {
        return entry.seen() instanceof Seen.Received received
                && (received.frame().opcode() == Frame.TEXT || received.frame().opcode() == Frame.BINARY);
    }

    /** All frames and the end. */
    static LuaValue frames(List<ServerLog.Entry> entries) {
        return list(entries.stream()
                .filter(entry -> !(entry.seen() instanceof Seen.Request))
                .map(entry -> entry.seen() instanceof Seen.Received ? frame(entry) : end(entry)));
    }

    static LuaValue requests(List<ServerLog.Entry> entries) {
        return list(entries.stream()
                .filter(entry -> entry.seen() instanceof Seen.Request)
                .map(entry -> request(entry, (Seen.Request) entry.seen())));
    }

    private static LuaValue list(Stream<LuaTable> tables) {
        return LuaValue.listOf(tables.toArray(LuaValue[]::new));
    }

    private static LuaTable frame(ServerLog.Entry entry) {
        Frame frame = ((Seen.Received) entry.seen()).frame();
        LuaTable table = table(entry);
        table.set("type", Texts.of(type(frame)));
        if (frame.opcode() == Frame.CLOSE) {
            CloseStatus status = frame.status();
            table.set("code", LuaValue.valueOf(status.code()));
            table.set("reason", Texts.of(status.reason()));
        } else {
            table.set("message", LuaString.valueUsing(frame.payload().clone()));
        }
        return table;
    }

    private static String type(Frame frame) {
        return switch (frame.opcode()) {
            case Frame.CONTINUATION -> "continuation";
            case Frame.TEXT -> "text";
            case Frame.BINARY -> "binary";
            case Frame.CLOSE -> "close";
            case Frame.PING -> "ping";
            case Frame.PONG -> "pong";
            default -> "opcode " + frame.opcode();
        };
    }

    private static LuaTable end(ServerLog.Entry entry) {
        LuaTable table = table(entry);
        table.set("type", Texts.of(((Seen.Ended) entry.seen()).how().name().toLowerCase(Locale.ROOT)));
        return table;
    }

    private static LuaTable request(ServerLog.Entry entry, Seen.Request request) {
        LuaTable table = table(entry);
        table.set("line", Texts.of(request.line()));
        table.set("headers", headers(request));
        return table;
    }

    /** By their names as they were sent; a look-up ignores case, and repeated ones are joined. */
    private static LuaTable headers(Seen.Request request) {
        LuaTable headers = new LuaTable();
        for (HeaderField field : request.headers()) {
            headers.set(Texts.of(field.name()), Texts.of(request.header(field.name())));
        }
        LuaTable metatable = new LuaTable();
        LibraryFunction.define(metatable, "__index", args -> {
            String value = request.header(Texts.of(args.arg(2).tostring()));
            return value.isEmpty() ? LuaValue.NIL : Texts.of(value);
        });
        headers.setmetatable(metatable);
        return headers;
    }

    private static LuaTable table(ServerLog.Entry entry) {
        LuaTable table = new LuaTable();
        table.set("path", Texts.of(entry.path()));
        table.set("connection", LuaValue.valueOf(entry.connection()));
        return table;
    }
}
