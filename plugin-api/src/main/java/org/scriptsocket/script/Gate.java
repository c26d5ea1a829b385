package org.scriptsocket.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.ScriptCallback;
import org.scriptsocket.websocket.ScriptValues;
import org.scriptsocket.websocket.WebSocketModule;

/**
 * What the prelude of a language, which makes the {@code websocket} global in that language, finds on the side of Java. Public, because
 * engines find members of Java objects by reflection; not for scripts.
 *
 * <p>Nothing is thrown through it: after each call of the module the prelude asks for the {@link #failure}, and raises it as an error of its own
 * language. Binary crosses in bulk where the language lets Java, else as a string with a character for each byte, which is the one form that all
 * engines have.
 */
public final class Gate {

    private final WebSocketModule module;
    private final boolean losesCalls;
    private final ScriptValues values = new GenericValues();
    private @Nullable String failure;
    private @Nullable Failed failed;
    private boolean open = true;

    /** An error that left a function of the script, as the language tells it: the calls, innermost first. */
    record Failed(String message, String calls) {}

    /** @param losesCalls whether what the engine throws does not tell where the script was */
    Gate(WebSocketModule module, boolean losesCalls) {
        this.module = module;
        this.losesCalls = losesCalls;
    }

    /** Whether only the language itself can tell where an error was: see {@link #failed}. */
    public boolean losesCalls() {
        return losesCalls;
    }

    /** See {@link WebSocketModule#connect}; null if it was refused. */
    public @Nullable Object connect(
            @Nullable Object url, @Nullable Object params, WebSocketObject.EventCallback callback) {
        ScriptCallback function = (self, connection, event) -> callback.call(self, connection, EventData.of(event));
        return orFailure(() -> module.connect(values, url, params, function));
    }

    /** The same where the callback is no function, which is refused. */
    public void connectWithout(@Nullable Object url, @Nullable Object params, @Nullable Object callback) {
        orFailure(() -> module.connect(values, url, params, callback));
    }

    /** See {@link WebSocketModule#send}. */
    public void send(@Nullable Object connection, @Nullable Object message, @Nullable Object options) {
        orFailure(() -> {
            module.send(values, connection, message, options);
            return null;
        });
    }

    /** See {@link WebSocketModule#disconnect}. */
    public void disconnect(@Nullable Object connection) {
        orFailure(() -> {
            module.disconnect(values, connection);
            return null;
        });
    }

    /** Why the last call was refused, or null. */
    public @Nullable String failure() {
        return failure;
    }

    /** An error is on its way out of a function of the script. */
    public void failed(Object message, Object calls) {
        failed = new Failed(message.toString(), calls.toString());
    }

    /** What {@link #failed} was told since this was asked last. */
    @Nullable Failed takeFailed() {
        Failed last = failed;
        failed = null;
        return last;
    }

    /** Whether the engine's host is. */
    public boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /** A number of the module. */
    public int constant(String name) {
        return WebSocketModule.CONSTANTS.getOrDefault(name, -1);
    }

    /** A nil that is not Java's null. */
    public Object nil(String type) {
        return new Foreign(type, type, true);
    }

    /** A value that means nothing to the module. */
    public Object other(String type, Object text) {
        return new Foreign(type, text.toString(), false);
    }

    /** The bytes of a string with a character for each. */
    public Object binary(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A string with a character for each byte. */
    public String latin1(Object binary) {
        return new String((byte[]) binary, StandardCharsets.ISO_8859_1);
    }

    public int length(Object binary) {
        return ((byte[]) binary).length;
    }

    /** Memory for so many bytes, which a language may put an array of its own over. */
    public Object room(int length) {
        return ByteBuffer.allocate(length);
    }

    /** The bytes in such memory. */
    public Object copy(Object binary) {
        return ByteBuffer.wrap(((byte[]) binary).clone());
    }

    /** The bytes that were put into a {@link #room}. */
    public Object filled(Object room) {
        return ((ByteBuffer) room).array();
    }

    /** Whether Java gets at the array below this buffer of the language, as it does in Rhino; then {@link #part} and {@link #fill} work. */
    public boolean opens(Object buffer) {
        try {
            return below(buffer).length > 0;
        } catch (IllegalStateException | ClassCastException e) {
            return false;
        }
    }

    /** A copy of a part of a buffer of the language. */
    public Object part(Object buffer, int from, int length) {
        return Arrays.copyOfRange(below(buffer), from, from + length);
    }

    /** Puts bytes into a buffer of the language, which has room for them. */
    public void fill(Object buffer, Object binary) {
        byte[] bytes = (byte[]) binary;
        System.arraycopy(bytes, 0, below(buffer), 0, bytes.length);
    }

    private static byte[] below(Object buffer) {
        return Reflection.call(buffer, "getBuffer", byte[].class);
    }

    public boolean isBinary(@Nullable Object value) {
        return value instanceof byte[];
    }

    /** Whether the value is Java's and passes as it is. */
    public boolean isJava(@Nullable Object value) {
        return value instanceof Connection || value instanceof byte[] || value instanceof Foreign;
    }

    public boolean isJavaText(@Nullable Object value) {
        return value instanceof CharSequence;
    }

    /** A new table. */
    public Object table() {
        return new LinkedHashMap<String, @Nullable Object>();
    }

    /** Gives a {@link #table} a field. */
    @SuppressWarnings("unchecked") // the prelude gives what table() made
    public void put(Object table, String name, @Nullable Object value) {
        ((Map<String, @Nullable Object>) table).put(name, value);
    }

    /** The names of the fields of a Map. */
    public String[] names(Object map) {
        return ((Map<?, ?>) map).keySet().stream().map(String::valueOf).toArray(String[]::new);
    }

    /** A field of a Map. */
    public @Nullable Object entry(Object map, String name) {
        return ((Map<?, ?>) map).get(name);
    }

    private interface Call {
        @Nullable Object run();
    }

    private @Nullable Object orFailure(Call call) {
        failure = null;
        try {
            return call.run();
        } catch (Refusal refusal) {
            failure = refusal.getMessage();
            return null;
        }
    }
}
