package org.scriptsocket.websocket;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;

/**
 * What a script is told of a connection. {@link Connected} comes first and once; {@link Disconnected} comes last and exactly once,
 * for every connection that {@code connect} returned, unless its instance was closed; {@link Failed} at most once, directly
 * before it.
 */
public sealed interface Event {

    /** The number that scripts compare with: {@code EVENT_CONNECTED} and so on. */
    int code();

    /** What scripts call it, without the prefix {@code EVENT_}. */
    default String label() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    /** The handshake was accepted. {@code message} is the empty string. */
    record Connected(HandshakeResponse response) implements Event {
        @Override
        public int code() {
            return 0;
        }
    }

    /**
     * The connection ended.
     *
     * @param status the status of the Close frame that ended it, 1005 or 1006 where there was none
     * @param reason the reason in that frame, or the empty string
     * @param message a sentence if the server closed, else the empty string
     */
    record Disconnected(int status, String reason, String message) implements Event {
        @Override
        public int code() {
            return 1;
        }
    }

    /** A message arrived. The script's side owns its bytes from now on. */
    record Received(Message content) implements Event {
        @Override
        public int code() {
            return 2;
        }

        @Override
        public String label() {
            return "MESSAGE";
        }
    }

    /**
     * What went wrong; {@link Disconnected} follows at once.
     *
     * @param response what the server answered to a handshake that failed, or null
     */
    record Failed(String message, @Nullable HandshakeResponse response) implements Event {
        @Override
        public String label() {
            return "ERROR";
        }

        @Override
        public int code() {
            return 3;
        }
    }
}
