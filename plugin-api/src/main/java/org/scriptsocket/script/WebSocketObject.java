package org.scriptsocket.script;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.ScriptCallback;
import org.scriptsocket.websocket.ScriptValues;
import org.scriptsocket.websocket.WebSocketModule;

/**
 * The {@code websocket} global of an engine that the generic binding serves. Public, with a method for each number of arguments, because
 * engines find members of Java objects by reflection.
 */
public final class WebSocketObject {

    /** A script's function as engines pass it to Java. */
    @FunctionalInterface
    public interface EventCallback {
        /** {@code callback(self, connection, data)}. */
        void call(@Nullable Object self, Connection connection, EventData data) throws Exception;
    }

    public final int EVENT_CONNECTED = constant("EVENT_CONNECTED");
    public final int EVENT_DISCONNECTED = constant("EVENT_DISCONNECTED");
    public final int EVENT_MESSAGE = constant("EVENT_MESSAGE");
    public final int EVENT_ERROR = constant("EVENT_ERROR");
    public final int DATA_TYPE_TEXT = constant("DATA_TYPE_TEXT");
    public final int DATA_TYPE_BINARY = constant("DATA_TYPE_BINARY");

    private final WebSocketModule module;
    private final ScriptValues values = new GenericValues();
    private final UnaryOperator<@Nullable Object> functions;

    /** @param functions makes an {@link EventCallback} of a function that the engine passes as something else */
    WebSocketObject(WebSocketModule module, UnaryOperator<@Nullable Object> functions) {
        this.module = module;
        this.functions = functions;
    }

    /** See {@link WebSocketModule#connect}. */
    public Object connect(@Nullable Object url, @Nullable Object params, @Nullable EventCallback callback) {
        ScriptCallback function = callback == null
                ? null
                : (self, connection, event) -> callback.call(self, connection, EventData.of(event));
        return module.connect(values, url, params, function);
    }

    /** Called where the engine sees no function in the callback. */
    public Object connect(@Nullable Object url, @Nullable Object params, @Nullable Object callback) {
        if (functions.apply(callback) instanceof EventCallback function) {
            return connect(url, params, function);
        }
        return module.connect(values, url, params, callback);
    }

    public Object connect(@Nullable Object url, @Nullable Object params) {
        return module.connect(values, url, params, null);
    }

    public Object connect(@Nullable Object url) {
        return module.connect(values, url, null, null);
    }

    public Object connect() {
        return module.connect(values, null, null, null);
    }

    /** See {@link WebSocketModule#send}. */
    public void send(@Nullable Object connection, @Nullable Object message, @Nullable Object options) {
        module.send(values, connection, message, options);
    }

    public void send(@Nullable Object connection, @Nullable Object message) {
        module.send(values, connection, message, null);
    }

    public void send(@Nullable Object connection) {
        module.send(values, connection, null, null);
    }

    public void send() {
        module.send(values, null, null, null);
    }

    /** See {@link WebSocketModule#disconnect}. */
    public void disconnect(@Nullable Object connection) {
        module.disconnect(values, connection);
    }

    public void disconnect() {
        module.disconnect(values, null);
    }

    @Override
    public String toString() {
        return "websocket";
    }

    private static int constant(String name) {
        Integer value = WebSocketModule.CONSTANTS.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    // Some languages see the getters of a Java object only, not its fields.

    public int getEVENT_CONNECTED() {
        return EVENT_CONNECTED;
    }

    public int getEVENT_DISCONNECTED() {
        return EVENT_DISCONNECTED;
    }

    public int getEVENT_MESSAGE() {
        return EVENT_MESSAGE;
    }

    public int getEVENT_ERROR() {
        return EVENT_ERROR;
    }

    public int getDATA_TYPE_TEXT() {
        return DATA_TYPE_TEXT;
    }

    public int getDATA_TYPE_BINARY() {
        return DATA_TYPE_BINARY;
    }
}
