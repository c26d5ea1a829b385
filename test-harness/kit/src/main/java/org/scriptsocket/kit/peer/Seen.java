package org.scriptsocket.kit.peer;

import java.util.List;
import org.scriptsocket.policy.HeaderField;

/** What a peer saw of a connection, in order. */
public sealed interface Seen {

    /**
     * The head of the request.
     *
     * @param line the request line without its line end
     * @param headers as they were sent, blanks around values removed
     */
    record Request(String line, List<HeaderField> headers) implements Seen {

        public Request {
            headers = List.copyOf(headers);
        }

        /** Path and query. */
        public String target() {
            String[] parts = line.split(" ", 3);
            return parts.length > 1 ? parts[1] : "";
        }

        /** The values of all headers of this name, whatever its case, joined with {@code ", "}; empty if there is none. */
        public String header(String name) {
            List<String> values = headers.stream()
                    .filter(field -> field.is(name))
                    .map(HeaderField::value)
                    .toList();
            return String.join(", ", values);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    /** A frame, its payload unmasked. */
    record Received(Frame frame) implements Seen {
        @Override
        public String toString() {
            return frame.toString();
        }
    }

    /** The other side is gone; nothing comes after it. */
    record Ended(How how) implements Seen {
        @Override
        public String toString() {
            return how.toString();
        }
    }

    /** How the other side went. */
    enum How {
        FIN,
        RST
    }
}
