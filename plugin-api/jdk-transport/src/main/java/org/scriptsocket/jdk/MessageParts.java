package org.scriptsocket.jdk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The parts of a message so far. */
final class MessageParts {

    private final List<ByteBuffer> parts = new ArrayList<>();
    private long length;

    long length() {
        return length;
    }

    void add(ByteBuffer part) {
        parts.add(part);
        length += part.remaining();
    }

    /** The whole message; the next one begins. */
    ByteBuffer join() {
        if (parts.size() == 1) {
            ByteBuffer only = parts.get(0);
            clear();
            return only;
        }
        ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(length));
        parts.forEach(whole::put);
        clear();
        return whole.flip();
    }

    void clear() {
        parts.clear();
        length = 0;
    }
}
