package org.scriptsocket.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.websocket.Event;

/**
 * The {@code data} of a callback. Both a Map and a bean: there are languages that read {@code data.event} only from the one, and some only
 * from the other. Fresh for each event.
 */
@SuppressWarnings("serial") // a Map by form only; nobody stores it
public final class EventData extends LinkedHashMap<String, @Nullable Object> {

    private EventData(Event event, Object message) {
        put("event", event.code());
        put("message", message);
    }

    /** What a binding gives a callback, or makes a value of its own language of; text is a String, binary an array of bytes. */
    public static EventData of(Event event) {
        if (event instanceof Event.Received received) {
            EventData data = new EventData(event, payload(received.content()));
            data.put("type", received.content().type().code());
            return data;
        }
        if (event instanceof Event.Disconnected end) {
            EventData data = new EventData(event, end.message());
            data.put("code", end.status());
            data.put("reason", end.reason());
            return data;
        }
        if (event instanceof Event.Failed failed) {
            return withResponse(new EventData(event, failed.message()), failed.response());
        }
        return withResponse(new EventData(event, ""), ((Event.Connected) event).response());
    }

    public @Nullable Object getEvent() {
        return get("event");
    }

    public @Nullable Object getMessage() {
        return get("message");
    }

    public @Nullable Object getType() {
        return get("type");
    }

    public @Nullable Object getCode() {
        return get("code");
    }

    public @Nullable Object getReason() {
        return get("reason");
    }

    public @Nullable Object getHandshake_response() {
        return get("handshake_response");
    }

    /** Text as a String, binary as an array of bytes. */
    private static Object payload(Message message) {
        return message.type() == Message.Type.TEXT ? message.string() : message.bytes();
    }

    private static EventData withResponse(EventData data, @Nullable HandshakeResponse response) {
        if (response != null) {
            data.put("handshake_response", new ResponseData(response));
        }
        return data;
    }

    /** The {@code handshake_response}; a look-up among its headers ignores case. */
    @SuppressWarnings("serial")
    public static final class ResponseData extends LinkedHashMap<String, Object> {

        ResponseData(HandshakeResponse response) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(response.joinedHeaders());
            put("status", response.status());
            put("headers", headers);
            put("response", GenericValues.textOrBinary(response.body()));
        }

        public @Nullable Object getStatus() {
            return get("status");
        }

        public @Nullable Object getHeaders() {
            return get("headers");
        }

        public @Nullable Object getResponse() {
            return get("response");
        }
    }
}
