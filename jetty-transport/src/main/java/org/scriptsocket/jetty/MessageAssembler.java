package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DataFormatException;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Utf8Check;

/** Joins the pieces of a message in a buffer that grows with what arrives, and, over 64 KiB, never with what is announced. */
final class MessageAssembler {

    private static final byte[] NOTHING = {};
    /** Bytes that an announced message gets at once, so that it is copied once. */
    private static final int AT_ONCE = 64 << 10;

    private final FrameHeads heads;
    private final Utf8Check utf8 = new Utf8Check();
    private Message.Type type = Message.Type.BINARY;
    private byte[] bytes = NOTHING;
    private int size;

    private final long limit;
    /** Null where nothing is compressed. */
    private final @Nullable MessageInflater inflater;
    /** Whether the message under way is compressed. */
    private boolean compressed;
    /** What was inflated and waits for room, or null. */
    private @Nullable ByteBuffer inflated;

    private boolean corrupt;
    /** Whether more may come of the frame that was added last. */
    private boolean more;

    MessageAssembler(FrameHeads heads, long limit, @Nullable Compression compression) {
        this.heads = heads;
        this.limit = limit;
        inflater = compression == null ? null : new MessageInflater(compression);
    }

    /** Whether the frame is a message that is neither in pieces nor compressed. */
    boolean isWhole(Frame frame) {
        return frame.isFin() && frame.getOpCode() != OpCode.CONTINUATION && !isCompressed(frame);
    }

    /** How many bytes the next {@link #add} of this frame keeps. */
    int room(Frame frame) {
        compressed = isCompressed(frame);
        if (compressed && inflated == null) {
            inflated = inflate(frame);
        }
        return inflated == null ? frame.getPayloadLength() : inflated.remaining();
    }

    /** Adds a frame, or a part of one, and says what is wrong, at the first wrong byte, or null. While {@link #hasMore}, to be called with it again. */
    @Nullable Failure add(Frame frame) {
        more = room(frame) > 0 && compressed;
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            type = frame.getOpCode() == OpCode.TEXT ? Message.Type.TEXT : Message.Type.BINARY;
        }
        ByteBuffer piece = inflated == null ? payload(frame) : inflated;
        inflated = null;
        return corrupt ? violation("Compressed message that can not be inflated") : take(piece, frame.isFin() && !more);
    }

    boolean hasMore() {
        return more;
    }

    /** Gives its memory back. */
    void end() {
        if (inflater != null) {
            inflater.end();
        }
    }

    private boolean isCompressed(Frame frame) {
        return inflater != null && (frame.getOpCode() == OpCode.CONTINUATION ? compressed : frame.isRsv1());
    }

    private static ByteBuffer payload(Frame frame) {
        return frame.getPayload() == null ? ByteBuffer.allocate(0) : frame.getPayload();
    }

    private ByteBuffer inflate(Frame frame) {
        try {
            return Objects.requireNonNull(inflater).inflate(payload(frame), frame.isFin());
        } catch (DataFormatException e) {
            corrupt = true;
            return ByteBuffer.allocate(0);
        }
    }

    private @Nullable Failure take(ByteBuffer piece, boolean last) {
        if (compressed && size + piece.remaining() > limit) {
            return new Failure.TooBig(size + (long) piece.remaining(), limit);
        }
        if (type == Message.Type.TEXT && !(utf8.accept(piece) && (!last || utf8.complete()))) {
            return badText();
        }
        append(piece, last);
        return null;
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
        long total = compressed ? limit : heads.knownTotal();
        if (!compressed && total >= needed && total <= AT_ONCE) {
            return (int) total;
        }
        return (int) (total >= needed ? Math.min(twice, total) : twice);
    }
}
