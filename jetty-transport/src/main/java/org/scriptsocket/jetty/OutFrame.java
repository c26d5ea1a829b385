package org.scriptsocket.jetty;

import java.nio.ByteBuffer;

/**
 * A whole frame for the peer.
 *
 * @param opcode one of RFC 6455, section 5.2
 * @param compressed whether RSV1 is set (RFC 7692, section 6)
 * @param payload its position moves as it is written
 * @param unsent bytes of a message that count as unsent until it was written, or never will be; of other frames 0
 * @param done what to do then
 */
record OutFrame(byte opcode, boolean compressed, ByteBuffer payload, int unsent, Runnable done) {

    private static final int CONTROL = 8;
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int MASK = 0x80;

    static OutFrame message(byte opcode, ByteBuffer payload) {
        return new OutFrame(opcode, false, payload, payload.remaining(), () -> {});
    }

    static OutFrame control(byte opcode, ByteBuffer payload, Runnable done) {
        return new OutFrame(opcode, false, payload, 0, done);
    }

    OutFrame deflated(ByteBuffer bytes) {
        return new OutFrame(opcode, true, bytes, unsent, done);
    }

    boolean isControl() {
        return opcode >= CONTROL;
    }

    /** Puts its head, which is at most 14 bytes long. */
    void putHead(ByteBuffer out, int key) {
        int length = payload.remaining();
        out.put((byte) (FIN | (compressed ? RSV1 : 0) | opcode));
        if (length < 126) {
            out.put((byte) (MASK | length));
        } else if (length < 1 << 16) {
            out.put((byte) (MASK | 126)).putShort((short) length);
        } else {
            out.put((byte) (MASK | 127)).putLong(length);
        }
        out.putInt(key);
    }
}
