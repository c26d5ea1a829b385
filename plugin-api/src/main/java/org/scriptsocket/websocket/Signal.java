package org.scriptsocket.websocket;

import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;

/** What waits in the inbox for a connection: what its transport told, or what the module decided. */
sealed interface Signal {

    record Opened(HandshakeResponse response) implements Signal {}

    record Arrived(Message message) implements Signal {}

    record Closed(CloseStatus status) implements Signal {}

    record Failed(Failure failure) implements Signal {}

    /** ERROR was told, and its callback was unwound before DISCONNECTED could be. */
    record Ended(Event.Disconnected event) implements Signal {}

    /** The script called {@code disconnect}. */
    record Left(int status) implements Signal {}
}
