package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
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

    MessageAssembler(FrameHeads heads) {
        this.heads = heads;
    }

    /** Adds a frame, or a part of one. False if it is text that is no UTF-8, which is told at the first wrong byte. */
    boolean add(Frame frame) {
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            type = frame.getOpCode() == OpCode.TEXT ? Message.Type.TEXT : Message.Type.BINARY;
        }
        ByteBuffer piece = frame.getPayload();
        if (type == Message.Type.TEXT && !isText(piece, frame.isFin())) {
            return false;
        }
        append(piece, frame.isFin());
        return true;
    }

    /** The message, after its last piece. */
    Message take() {
        byte[] whole = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        bytes = NOTHING;
        size = 0;
        utf8.reset();
        return new Message(type, ByteBuffer.wrap(whole));
    }

    private boolean isText(ByteBuffer piece, boolean last) {
        return (piece == null || utf8.accept(piece)) && (!last || utf8.complete());
    }

    private void append(ByteBuffer piece, boolean last) {
        int more = piece == null ? 0 : piece.remaining();
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
        long total = heads.knownTotal();
        return (int) (total >= needed ? Math.min(twice, total) : twice);
    }
}
