package org.scriptsocket.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.Utf8Check;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.ScriptCallback;
import org.scriptsocket.websocket.ScriptValues;
import org.scriptsocket.websocket.WebSocketModule;

/**
 * The values of a language as Java's: text is a CharSequence, a number a Number, binary an array of bytes (or text of a language whose strings are
 * bytes), a table a Map, a callback a {@link ScriptCallback}, a connection itself. What it raises is an {@link IllegalArgumentException}. For
 * engines that give such values to Java, and for bindings that make them.
 */
public final class GenericValues implements ScriptValues {

    /** The functions of a module for values of this kind, by name. Arguments that are missing count as nil. */
    public static Map<String, ScriptFunction> functions(WebSocketModule module) {
        GenericValues values = new GenericValues();
        return Map.of(
                "connect", given -> module.connect(values, at(given, 0), at(given, 1), at(given, 2)),
                "send",
                        given -> {
                            module.send(values, at(given, 0), at(given, 1), at(given, 2));
                            return null;
                        },
                "disconnect",
                        given -> {
                            module.disconnect(values, at(given, 0));
                            return null;
                        });
    }

    /** What to make of the octets of a language whose strings are octets: a String if they are valid UTF-8, else themselves, so that nothing is lost. */
    public static Object textOrBinary(byte[] octets) {
        Utf8Check utf8 = new Utf8Check();
        boolean text = utf8.accept(ByteBuffer.wrap(octets)) && utf8.complete();
        return text ? new String(octets, StandardCharsets.UTF_8) : octets;
    }

    private static @Nullable Object at(@Nullable Object[] given, int index) {
        return index < given.length ? given[index] : null;
    }

    @Override
    public String typeName(@Nullable Object value) {
        if (value instanceof Foreign foreign) {
            return foreign.type();
        }
        if (isNil(value) || value == null) {
            return value == null ? "null" : "undefined";
        }
        if (value instanceof CharSequence || value instanceof byte[]) {
            return value instanceof byte[] ? "binary" : "string";
        }
        return value instanceof Number ? "number" : value instanceof Boolean ? "boolean" : "object";
    }

    @Override
    public boolean isNil(@Nullable Object value) {
        // JavaScript's undefined is a value of a class that each engine has of its own.
        return value == null
                || value instanceof Foreign foreign && foreign.nil()
                || value.getClass().getSimpleName().equals("Undefined");
    }

    @Override
    public @Nullable ByteBuffer bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            // The script may go on to change its array.
            return ByteBuffer.wrap(bytes.clone());
        }
        if (value instanceof CharSequence || value instanceof Number) {
            String text = value instanceof Number number ? shortest(number) : value.toString();
            return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        }
        return null;
    }

    @Override
    public @Nullable Double number(@Nullable Object value, boolean orString) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : null;
        if (!orString || text == null && !(value instanceof CharSequence)) {
            return null;
        }
        try {
            return Double.valueOf(text == null ? String.valueOf(value) : text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public boolean isTable(@Nullable Object value) {
        return value instanceof Map;
    }

    @Override
    public @Nullable Object field(Object table, String name) {
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) table).entrySet()) {
            // Keys may be symbols.
            if (String.valueOf(entry.getKey()).equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    @Override
    public Iterable<String> keys(Object table) {
        Collection<?> keys = ((Map<?, ?>) table).keySet();
        return keys.stream().map(String::valueOf).toList();
    }

    @Override
    public @Nullable ScriptCallback callback(@Nullable Object value) {
        return value instanceof ScriptCallback callback ? callback : null;
    }

    @Override
    public @Nullable Connection connection(@Nullable Object value) {
        return value instanceof Connection connection ? connection : null;
    }

    @Override
    public RuntimeException error(String message) {
        return new Refusal(message);
    }

    private static String shortest(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : number.toString();
    }
}
