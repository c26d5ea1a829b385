package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Utf8Check;

/** Joins the pieces of a message in a buffer that grows with what arrives, never with what is announced. */
final class MessageAssembler {

    private static final byte[] NOTHING = {};

    private final FrameHeads heads;
    private final Utf8Check utf8 = new Utf8Check();
    private Message.Type type = Message.Type.BINARY;
    private byte[] bytes = NOTHING;
    private int size;

    private final long limit;
    private final @Nullable MessageInflater inflater;
    /** Whether the message under way is compressed. */
    private boolean compressed;
    /** Why the message under way can not be, or null. */
    private @Nullable Failure problem;

    MessageAssembler(FrameHeads heads, long limit, @Nullable Compression compression) {
        this.heads = heads;
        this.limit = limit;
        inflater = compression == null ? null : new MessageInflater(compression);
    }

    /** Adds a frame, or a part of one, and says what is wrong, at the first wrong byte, or null. */
    @Nullable Failure add(Frame frame) {
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            type = frame.getOpCode() == OpCode.TEXT ? Message.Type.TEXT : Message.Type.BINARY;
            compressed = frame.isRsv1();
        }
        ByteBuffer piece = frame.getPayload() == null ? ByteBuffer.allocate(0) : frame.getPayload();
        if (compressed && inflater != null) {
            inflate(inflater, piece, frame.isFin());
        } else {
            take(piece, frame.isFin());
        }
        if (problem == null && frame.isFin() && type == Message.Type.TEXT && !utf8.complete()) {
            problem = badText();
        }
        return problem;
    }

    /** Gives its memory back. */
    void end() {
        if (inflater != null) {
            inflater.end();
        }
    }

    private void inflate(MessageInflater from, ByteBuffer piece, boolean last) {
        try {
            from.inflate(piece, last, inflated -> {
                if (size + inflated.remaining() > limit) {
                    problem = new Failure.TooBig(size + inflated.remaining(), limit);
                    return false;
                }
                return take(inflated, false);
            });
        } catch (DataFormatException e) {
            problem = violation("Compressed message that can not be inflated");
        }
    }

    private boolean take(ByteBuffer piece, boolean last) {
        if (type == Message.Type.TEXT && !utf8.accept(piece)) {
            problem = badText();
            return false;
        }
        append(piece, last);
        return true;
    }

    private static Failure badText() {
        return violation("Text message is not valid UTF-8");
    }

    private static Failure violation(String what) {
        return new Failure.Violation(what, new CloseStatus(CloseStatus.BAD_DATA, what));
    }

    /** The message, after its last piece. */
    Message take() {
        byte[] whole = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        bytes = NOTHING;
        size = 0;
        utf8.reset();
        return new Message(type, ByteBuffer.wrap(whole));
    }

    private void append(ByteBuffer piece, boolean last) {
        int more = piece.remaining();
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, last ? size + more : grown(size + more));
        }
        if (more > 0) {
            piece.get(bytes, size, more);
            size += more;
        }
    }

    /** Twice as much, but no more than the message will have, where that is known. */
    private int grown(int needed) {
        long twice = Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 16));
        long total = compressed ? -1 : heads.knownTotal();
        return (int) (total >= needed ? Math.min(twice, total) : twice);
    }
}
