package org.scriptsocket.bench;

import java.nio.ByteBuffer;

/** Counts through the unmasked frames of a server, without looking at what is in them. */
final class ServerFrames {

    private static final int CLOSE = 8;

    private final byte[] head = new byte[10];
    private int headLength;
    private long left;
    private int length;
    private boolean inside;

    void read(ByteBuffer in, Client.Talk talk) {
        while (inside || readHead(in)) {
            int step = (int) Math.min(left, in.remaining());
            in.position(in.position() + step);
            left -= step;
            inside = left > 0;
            if (inside) {
                return;
            }
            if ((head[0] & 0xF) != CLOSE) {
                talk.received(length);
            }
        }
    }

    private boolean readHead(ByteBuffer in) {
        while (headLength < 2 || headLength < headEnd()) {
            if (!in.hasRemaining()) {
                return false;
            }
            head[headLength++] = in.get();
        }
        left = headEnd() == 2 ? head[1] & 0x7F : number(headEnd());
        length = (int) left;
        inside = true;
        headLength = 0;
        return true;
    }

    private int headEnd() {
        return switch (head[1] & 0x7F) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private long number(int to) {
        long value = 0;
        for (int i = 2; i < to; i++) {
            value = value << 8 | head[i] & 0xFF;
        }
        return value;
    }
}
