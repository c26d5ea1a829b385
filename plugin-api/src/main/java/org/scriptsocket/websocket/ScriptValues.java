package org.scriptsocket.websocket;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How the module reads the values of one script language, so that each check of an argument and each error text is written
 * once, in {@link WebSocketModule}, for all of them. Called on the script thread only. Java's null stands for a missing
 * argument.
 */
public interface ScriptValues {

    /** What error texts call the type of the value: {@code nil}, {@code table}, {@code undefined}. */
    String typeName(@Nullable Object value);

    /** Whether the value stands for nothing: nil, null, undefined, or a missing argument. */
    boolean isNil(@Nullable Object value);

    /**
     * The bytes of a string, or of a number as the language writes it (or of another type that carries bytes); null if the
     * value is none of these. Text is UTF-8 where the language's strings are not bytes.
     *
     * @return bytes that never change
     */
    @Nullable ByteBuffer bytes(@Nullable Object value);

    /** The value of a number, or null; a numeric string counts only if {@code orString}. */
    @Nullable Double number(@Nullable Object value, boolean orString);

    /** Whether the value has named fields, as a table, an object or a map has. */
    boolean isTable(@Nullable Object value);

    /** A field of such a value, read as the language reads it, metamethods and getters honoured; null if there is none. */
    @Nullable Object field(Object table, String name);

    /** The keys of such a value, as texts. */
    Iterable<String> keys(Object table);

    /** The function as a callback, or null if the value is no function. */
    @Nullable ScriptCallback callback(@Nullable Object value);

    /** The connection that the script's value stands for, or null if it stands for none. */
    @Nullable Connection connection(@Nullable Object value);

    /** The language's own exception with this text, and the position of the script's call where the language adds one. */
    RuntimeException error(String message);
}
