package org.scriptsocket.bench;

import java.nio.ByteBuffer;

/** A binary frame of a client (RFC 6455, section 5.2). */
final class Masked {

    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;

    private Masked() {}

    static ByteBuffer message(byte[] payload) {
        return frame(BINARY, payload);
    }

    static ByteBuffer close() {
        return frame(CLOSE, new byte[] {3, (byte) 0xE8});
    }

    /** By a mask of zeros, so that there is nothing to be done. */
    private static ByteBuffer frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocateDirect(payload.length + 14);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }
}
