package org.scriptsocket.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The fragments of a message that is being received. */
final class MessageParts {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;

    private final long limit;
    private final Utf8Check utf8 = new Utf8Check();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private Message.Type type = Message.Type.BINARY;

    MessageParts(long limit) {
        this.limit = limit;
    }

    /** Takes the next fragment, or says what is wrong with the message. */
    Optional<Failure> take(int opcode, boolean fin, byte[] part) {
        if (opcode != CONTINUATION) {
            type = opcode == TEXT ? Message.Type.TEXT : Message.Type.BINARY;
            bytes = new ByteArrayOutputStream(fin ? part.length : 0);
            utf8.reset();
        }
        long length = (long) bytes.size() + part.length;
        if (length > limit) {
            return Optional.of(new Failure.TooBig(length, limit));
        }
        if (type == Message.Type.TEXT && !(utf8.accept(ByteBuffer.wrap(part)) && (utf8.complete() || !fin))) {
            return Optional.of(new Failure.Violation(
                    "text message that is not valid UTF-8", new CloseStatus(CloseStatus.BAD_DATA, "invalid UTF-8")));
        }
        bytes.writeBytes(part);
        return Optional.empty();
    }

    /** The message, of which this was the last fragment. */
    Message whole() {
        Message message = new Message(type, ByteBuffer.wrap(bytes.toByteArray()));
        bytes = new ByteArrayOutputStream(0);
        return message;
    }
}
