package org.scriptsocket.kit;

import java.nio.ByteBuffer;
import org.scriptsocket.transport.Message;
import org.scriptsocket.websocket.Event;

/** An event as it was before its callback got it, and the name of its connection. */
record ScriptEvent(String connection, Event event) {

    ScriptEvent {
        event = event instanceof Event.Received received ? copy(received.content()) : event;
    }

    /** The script's side owns the bytes of a message. */
    private static Event copy(Message message) {
        return new Event.Received(new Message(message.type(), ByteBuffer.wrap(message.bytes())));
    }

    @Override
    public String toString() {
        return event.label() + content() + " of " + connection;
    }

    private String content() {
        if (event instanceof Event.Received received) {
            return " " + MessageText.of(received.content());
        }
        if (event instanceof Event.Failed failed) {
            return " \"" + failed.message() + "\"";
        }
        return event instanceof Event.Disconnected end ? " " + end.status() + " \"" + end.reason() + "\"" : "";
    }
}
