package org.scriptsocket.lua;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.NumberText;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.ScriptCallback;
import org.scriptsocket.websocket.ScriptValues;

/** How the websocket module reads the values of a script in Lua. */
final class LuaValues implements ScriptValues {

    @Override
    public String typeName(@Nullable Object value) {
        return value instanceof LuaValue known ? known.typename() : "nil";
    }

    @Override
    public boolean isNil(@Nullable Object value) {
        return !(value instanceof LuaValue known) || known.isnil();
    }

    @Override
    public @Nullable ByteBuffer bytes(@Nullable Object value) {
        if (value instanceof LuaString text) {
            return ByteBuffer.wrap(text.m_bytes, text.m_offset, text.m_length);
        }
        return value instanceof LuaValue known && known.type() == LuaValue.TNUMBER
                ? ByteBuffer.wrap(NumberText.of(known.todouble()).getBytes(StandardCharsets.US_ASCII))
                : null;
    }

    @Override
    public @Nullable Double number(@Nullable Object value, boolean orString) {
        if (value instanceof LuaString text) {
            return orString ? scan(text) : null;
        }
        return value instanceof LuaValue known && known.type() == LuaValue.TNUMBER ? known.todouble() : null;
    }

    private static @Nullable Double scan(LuaString text) {
        try {
            LuaValue number = text.tonumber();
            return number.isnil() ? null : Double.valueOf(number.todouble());
        } catch (IndexOutOfBoundsException e) {
            // LuaJ on "0x".
            return null;
        }
    }

    @Override
    public boolean isTable(@Nullable Object value) {
        return value instanceof LuaTable;
    }

    @Override
    public @Nullable Object field(Object table, String name) {
        LuaValue value = ((LuaValue) table).get(name);
        return value.isnil() ? null : value;
    }

    @Override
    public Iterable<String> keys(Object table) {
        List<String> keys = new ArrayList<>();
        for (LuaValue key : ((LuaTable) table).keys()) {
            keys.add(key instanceof LuaString text ? LuaText.string(text) : key.tojstring());
        }
        return keys;
    }

    @Override
    public @Nullable ScriptCallback callback(@Nullable Object value) {
        return value instanceof LuaCallback callback ? callback : null;
    }

    @Override
    public @Nullable Connection connection(@Nullable Object value) {
        return value instanceof ConnectionValue known ? known.connection() : null;
    }

    @Override
    public RuntimeException error(String message) {
        return new LuaError(LuaText.of(message), 1);
    }
}
