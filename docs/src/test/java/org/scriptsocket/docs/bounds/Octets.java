package org.scriptsocket.docs.bounds;

import java.nio.ByteBuffer;

/**
 * Messages that are all different from their neighbours, each a window of one array, as {@code octets.lua} has them too: so a message that is
 * lost, cut, or out of order is seen.
 */
final class Octets {

    static final int LENGTH = 64 << 10;
    static final int SHIFTS = 4093;

    private static final byte[] WHOLE = whole();

    private Octets() {}

    /** The payload of message {@code n}, from 0. */
    static ByteBuffer message(long n) {
        return ByteBuffer.wrap(WHOLE, (int) (n % SHIFTS), LENGTH);
    }

    private static byte[] whole() {
        byte[] all = new byte[LENGTH + SHIFTS];
        long x = 1;
        for (int i = 0; i < all.length; i++) {
            x = x * 16807 % Integer.MAX_VALUE;
            all[i] = (byte) x;
        }
        return all;
    }
}
