package org.scriptsocket.transport;

import java.nio.ByteBuffer;

/**
 * Checks UTF-8 (RFC 3629) that comes in pieces, as the fragments of a text message do, and fails at the first wrong byte.
 *
 * <p>The decoder of the JDK keeps no state of a character that is cut in two, hence this one. Not thread-safe.
 */
public final class Utf8Check {

    private long position;
    private long start;
    private int missing;
    /** The range that the next byte must be in; narrower after E0, ED, F0 and F4 (overlong forms, surrogates, the end). */
    private int low = 0x80;

    private int high = 0xBF;

    /**
     * @param bytes the next piece, from position to limit, which stay as they are
     * @return whether all is well so far; the last character may be incomplete
     */
    public boolean accept(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            int b = bytes.get(i) & 0xFF;
            if (missing == 0 && b < 0x80) {
                position++;
            } else if (!step(b)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no character is incomplete. */
    public boolean complete() {
        return missing == 0;
    }

    /** After a refusal, or at an incomplete end: the offset of the first byte of the sequence that is wrong, from 0. */
    public long errorOffset() {
        return start;
    }

    /** To begin again with another message. */
    public void reset() {
        position = 0;
        missing = 0;
        low = 0x80;
        high = 0xBF;
    }

    private boolean step(int b) {
        if (missing == 0) {
            start = position++;
            return lead(b);
        }
        if (b < low || b > high) {
            return false;
        }
        position++;
        missing--;
        low = 0x80;
        high = 0xBF;
        return true;
    }

    private boolean lead(int b) {
        if (b < 0xC2 || b > 0xF4) {
            return false;
        }
        missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        return true;
    }
}
