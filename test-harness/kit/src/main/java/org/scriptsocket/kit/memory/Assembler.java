package org.scriptsocket.kit.memory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Utf8Check;

/** Joins data frames to messages (RFC 6455, section 5.4). Not thread-safe. */
final class Assembler {

    private final long limit;
    private final Utf8Check utf8 = new Utf8Check();
    private ByteArrayOutputStream content = new ByteArrayOutputStream(0);
    /** Null between messages. */
    private Message.@Nullable Type type;

    Assembler(long limit) {
        this.limit = limit;
    }

    /** @return the message that this frame ended, or null */
    @Nullable Message accept(Frame frame) throws BrokenRule {
        begin(frame);
        if (content.size() + frame.announced() > limit) {
            throw new BrokenRule(new Failure.TooBig(content.size() + frame.announced(), limit));
        }
        if (type == Message.Type.TEXT
                && (!utf8.accept(ByteBuffer.wrap(frame.payload())) || frame.fin() && !utf8.complete())) {
            throw new BrokenRule(new Failure.Violation(
                    "text message that is not valid UTF-8", new CloseStatus(CloseStatus.BAD_DATA, "invalid UTF-8")));
        }
        content.writeBytes(frame.payload());
        return frame.fin() ? end() : null;
    }

    private void begin(Frame frame) throws BrokenRule {
        boolean continues = frame.opcode() == Frame.CONTINUATION;
        if (continues == (type == null)) {
            throw BrokenRule.protocol(
                    continues
                            ? "continuation frame without a message"
                            : "new message before the fragmented one was complete");
        }
        if (!continues) {
            type = frame.opcode() == Frame.TEXT ? Message.Type.TEXT : Message.Type.BINARY;
            content = new ByteArrayOutputStream(frame.payload().length);
            utf8.reset();
        }
    }

    private Message end() {
        Message message = type == Message.Type.TEXT
                ? new Message(Message.Type.TEXT, ByteBuffer.wrap(content.toByteArray()))
                : Message.binary(content.toByteArray());
        type = null;
        return message;
    }
}
