package org.scriptsocket.kit.peer;

import java.util.List;
import org.scriptsocket.policy.HeaderField;

/** How a peer answers the opening handshake (RFC 6455, section 4.2.2). */
public sealed interface Answer {

    /**
     * 101. The headers come after {@code Upgrade}, {@code Connection} and {@code Sec-WebSocket-Accept}, and take the place of one
     * of the same name; with an empty value they remove it.
     */
    record Accept(List<HeaderField> headers) implements Answer {

        public Accept {
            headers = List.copyOf(headers);
        }
    }

    /**
     * Another status.
     *
     * @param missing bytes that {@code Content-Length} says and the body has not
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reject(int status, List<HeaderField> headers, byte[] body, long missing) implements Answer {

        public Reject {
            headers = List.copyOf(headers);
        }
    }

    /** These bytes, and no other answer. Not played by the in-memory transport. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Raw(byte[] bytes) implements Answer {}

    /** Nothing. */
    record Silence() implements Answer {}

    /** The answer when the test opens the gate. */
    record Later(Gate gate, Answer answer) implements Answer {}
}
