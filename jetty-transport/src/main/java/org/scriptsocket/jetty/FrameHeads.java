package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.FrameObserver.Direction;

/**
 * Reads the heads of the frames in the bytes that come from the peer (RFC 6455, section 5.2), before Jetty does: Jetty does not
 * tell a violation from another, lets lengths pass that are not the shortest, and drops what is queued when it sees a Close.
 */
final class FrameHeads {

    private static final int CONTROL = 8;
    private static final int CLOSE = 8;
    private static final int MAX_CONTROL = 125;

    private final long limit;
    /** Whether RSV1 may be set in the first frame of a message (RFC 7692, section 6). */
    private final boolean compression;

    private final @Nullable FrameObserver observer;

    private final byte[] head = new byte[10];
    private int headSize;
    /** Bytes of the payload that have not come yet; -1 while a head is read. */
    private long missing = -1;
    /** Bytes of the data message under way, the announced ones of its last frame included; -1 if there is none. */
    private long messageSize = -1;

    /** Bytes that the data message under way may have on the wire. */
    private long most;

    /** Null outside of a Close frame. */
    private @Nullable ByteBuffer close;

    /** Null until the frames that count have ended. */
    private @Nullable StreamEnd end;

    FrameHeads(long limit, boolean compression, @Nullable FrameObserver observer) {
        this.compression = compression;
        this.limit = Math.min(limit, Integer.MAX_VALUE - 16);
        this.observer = observer;
    }

    /** Why no frame counts any more, or null. */
    @Nullable StreamEnd end() {
        return end;
    }

    /** Bytes of the message under way, if its last frame is the one being read; else -1. */
    long knownTotal() {
        return headSize > 0 && isFin() && !isControl() ? messageSize : -1;
    }

    /** Appends the bytes of a head that were kept back because it was not whole, and says how many they are. */
    int appendHeld(ByteBuffer bytes) {
        int held = missing >= 0 || headSize == 0 || opcode() == CLOSE ? 0 : headSize;
        BufferUtil.append(bytes, head, 0, held);
        return held;
    }

    /**
     * Reads on.
     *
     * @param bytes not changed; those before {@code from} were {@linkplain #appendHeld kept back}
     * @param from where the new bytes begin, which end at the limit
     * @param held how many were kept back
     * @return where the bytes end that are frames for Jetty: before an incomplete head, a Close frame or a violation
     */
    int scan(ByteBuffer bytes, int from, int held) {
        int at = from;
        int good = from - held;
        while (end == null && at < bytes.limit()) {
            at = missing < 0 ? readHead(bytes, at) : readPayload(bytes, at);
            good = isHidden() ? good : at;
        }
        return good;
    }

    private boolean isHidden() {
        return end != null || headSize > 0 && (missing < 0 || opcode() == CLOSE);
    }

    private int readHead(ByteBuffer bytes, int from) {
        int at = from;
        head[headSize++] = bytes.get(at++);
        end = headSize == 1 ? firstByte() : headSize == 2 ? secondByte() : null;
        if (end == null && headSize >= 2 && headSize == length()) {
            begin(bytes, at);
        }
        return at;
    }

    private int readPayload(ByteBuffer bytes, int at) {
        int n = (int) Math.min(missing, bytes.limit() - at);
        if (close != null) {
            close.put(bytes.slice(at, n));
        }
        missing -= n;
        endFrameIfWhole();
        return at + n;
    }

    private void begin(ByteBuffer bytes, int at) {
        long size = size();
        end = size < 0 ? violation("Length not in its shortest form or over 63 bits") : account(size);
        if (end != null) {
            return;
        }
        missing = size;
        close = opcode() == CLOSE ? ByteBuffer.allocate(MAX_CONTROL) : null;
        observe(bytes, at);
        endFrameIfWhole();
    }

    private void endFrameIfWhole() {
        if (missing > 0) {
            return;
        }
        if (close != null) {
            end = StreamEnd.close(Arrays.copyOf(close.array(), close.position()));
            return;
        }
        if (!isControl() && isFin()) {
            messageSize = -1;
        }
        missing = -1;
        headSize = 0;
    }

    private @Nullable StreamEnd firstByte() {
        int rsv = head[0] >> 4 & 7;
        int wrong = compression && (opcode() == 1 || opcode() == 2) ? rsv & 3 : rsv;
        if (wrong != 0) {
            return violation("Reserved bit RSV" + (wrong >= 4 ? 1 : wrong >= 2 ? 2 : 3) + " set");
        }
        int opcode = opcode();
        if (opcode > 10 || opcode > 2 && opcode < CONTROL) {
            return violation("Unknown opcode " + opcode);
        }
        if (isControl()) {
            return isFin() ? null : violation("Control frame in fragments");
        }
        if (opcode == 0 && messageSize < 0) {
            return violation("Continuation without a message to continue");
        }
        if (opcode != 0 && messageSize >= 0) {
            return violation("New message before the end of another");
        }
        // what can not be compressed grows by a few bytes in each block; what comes of it is counted as it is inflated
        most = opcode == 0 ? most : rsv == 0 ? limit : limit + limit / 1024 + 64;
        return null;
    }

    private @Nullable StreamEnd secondByte() {
        if ((head[1] & 0x80) != 0) {
            return violation("Masked frame from the server");
        }
        return isControl() && head[1] > MAX_CONTROL ? violation("Control frame over 125 bytes") : null;
    }

    private @Nullable StreamEnd account(long size) {
        if (isControl()) {
            return null;
        }
        messageSize = Math.max(messageSize, 0) + size;
        return messageSize < 0 || messageSize > most ? tooBig() : null;
    }

    private StreamEnd tooBig() {
        Failure.TooBig failure = new Failure.TooBig(messageSize < 0 ? Long.MAX_VALUE : messageSize, limit);
        return connection -> connection.broken(failure, failure.sent());
    }

    private void observe(ByteBuffer bytes, int at) {
        if (observer != null) {
            int here = (int) Math.min(missing, bytes.limit() - at);
            ByteBuffer payload = bytes.slice(at, here).asReadOnlyBuffer();
            observer.onFrame(Direction.IN, opcode(), isFin(), missing, payload);
        }
    }

    private int length() {
        return head[1] == 127 ? 10 : head[1] == 126 ? 4 : 2;
    }

    /** The announced length; -1 if it is not in its shortest form, or over 63 bits. */
    private long size() {
        long size = head[1];
        if (size >= 126) {
            size = 0;
            for (int i = 2; i < length(); i++) {
                size = size << 8 | head[i] & 0xFF;
            }
        }
        boolean shortest = length() == 2 || length() == 4 && size >= 126 || length() == 10 && size >= 1 << 16;
        return shortest ? size : -1;
    }

    private int opcode() {
        return head[0] & 0x0F;
    }

    private boolean isFin() {
        return head[0] < 0;
    }

    private boolean isControl() {
        return opcode() >= CONTROL;
    }

    private static StreamEnd violation(String what) {
        return StreamEnd.violation(CloseStatus.PROTOCOL_ERROR, what);
    }
}
