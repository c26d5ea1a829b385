package org.scriptsocket.bench;

import java.nio.ByteBuffer;

/** Turns the masked frames of a client into the same frames of a server (RFC 6455, section 5), in whatever pieces they come. */
final class FrameEcho {

    /** Of a frame that a server sends. */
    static final int LONGEST_HEAD = 10;

    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final byte[] head = new byte[14];
    private int headLength;
    private long left;
    /** Four bytes twice, turned so that the next byte is masked by the highest. */
    private long mask;

    private boolean closing;
    private boolean over;

    /** Whether a Close frame was answered. */
    boolean isOver() {
        return over;
    }

    void turn(ByteBuffer in, ByteBuffer out) {
        while (!over && (left > 0 ? in.hasRemaining() : readHead(in, out))) {
            unmask(in, out);
            over = closing && left == 0;
        }
    }

    private boolean readHead(ByteBuffer in, ByteBuffer out) {
        while (headLength < 2 || headLength < headEnd()) {
            if (!in.hasRemaining()) {
                return false;
            }
            head[headLength++] = in.get();
        }
        answerHead(out);
        headLength = 0;
        return true;
    }

    private int headEnd() {
        return switch (head[1] & 0x7F) {
            case 126 -> 8;
            case 127 -> 14;
            default -> 6;
        };
    }

    private void answerHead(ByteBuffer out) {
        int lengthEnd = headEnd() - 4;
        left = lengthEnd == 2 ? head[1] & 0x7F : number(2, lengthEnd);
        mask = number(lengthEnd, lengthEnd + 4);
        mask |= mask << 32;
        int opcode = head[0] & 0xF;
        closing = opcode == CLOSE;
        out.put(opcode == PING ? (byte) (head[0] & 0xF0 | PONG) : head[0]);
        out.put((byte) (head[1] & 0x7F));
        out.put(head, 2, lengthEnd - 2);
    }

    private long number(int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 8 | head[i] & 0xFF;
        }
        return value;
    }

    private void unmask(ByteBuffer in, ByteBuffer out) {
        int length = (int) Math.min(left, in.remaining());
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            out.putLong(in.getLong() ^ mask);
        }
        for (; i < length; i++) {
            out.put((byte) (in.get() ^ mask >>> 56));
            mask = Long.rotateLeft(mask, 8);
        }
        left -= length;
    }
}
