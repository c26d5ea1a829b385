package org.scriptsocket.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection could not be opened, or ended without a Close frame from the peer.
 *
 * <p>Its parts are plain sentences for a script: host and port and the rule that was hit, never the name of a Java class,
 * never an object dump, never credentials.
 */
public sealed interface Failure {

    /** The text of the ERROR event. */
    String message();

    /** The Close frame that we sent because of it, or null if there was none. */
    default @Nullable CloseStatus sent() {
        return null;
    }

    /** The response to the handshake if one was read, or null. */
    default @Nullable HandshakeResponse response() {
        return null;
    }

    /** No connection, or it ended before the response was whole; also limits and policy. */
    record NotOpened(String why) implements Failure {
        @Override
        public String message() {
            return "Failed to open connection: " + why;
        }
    }

    /** The deadline of the connect passed. */
    record TimedOut() implements Failure {
        @Override
        public String message() {
            return "Connect sequence timed out";
        }
    }

    /** An answer that is no HTTP. */
    record NotHttp(String why) implements Failure {
        @Override
        public String message() {
            return "Failed to parse handshake response: " + why;
        }
    }

    /** An HTTP answer with a status other than 101. */
    record WrongStatus(HandshakeResponse response) implements Failure {
        @Override
        public String message() {
            return "Wrong response status: " + response.status();
        }
    }

    /** A 101 that breaks RFC 6455, section 4.1; {@code which} begins with the name of the header. */
    record BadHandshake(String which, HandshakeResponse response) implements Failure {
        @Override
        public String message() {
            return "Failed verifying handshake headers: " + which;
        }
    }

    /** The peer broke a rule of RFC 6455 and was sent a Close frame with 1002 or 1007. */
    record Violation(String what, CloseStatus sent) implements Failure {
        @Override
        public String message() {
            return what;
        }
    }

    /** A message over the limit {@code message-in}; 1009 was sent. Sizes in bytes. */
    record TooBig(long atLeast, long limit) implements Failure {
        @Override
        public String message() {
            return "Message of at least " + atLeast + " bytes is over the limit of " + limit;
        }

        @Override
        public CloseStatus sent() {
            return new CloseStatus(CloseStatus.TOO_BIG, "message over the limit of " + limit + " bytes");
        }
    }

    /** FIN or RST without Close, a write that made no progress, or a pong that did not come. */
    record Lost(String why) implements Failure {

        /** A write made no progress for that long. */
        public static Lost stalled(Duration patience) {
            return new Lost("no progress in writing for " + text(patience));
        }

        /** A ping was not answered within that. */
        public static Lost silent(Duration patience) {
            return new Lost("no pong came within " + text(patience));
        }

        private static String text(Duration duration) {
            return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
        }

        @Override
        public String message() {
            return "Connection lost: " + why;
        }
    }
}
