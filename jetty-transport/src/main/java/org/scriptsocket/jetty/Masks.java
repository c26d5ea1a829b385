package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Masking keys, each used once and not to be guessed (RFC 6455, sections 5.3 and 10.3). */
final class Masks {

    /** For what Jetty may send by itself, too. */
    static final SecureRandom RANDOM = new SecureRandom();

    /** Drawn in bulk: a draw for each frame was a tenth of the time that sending small messages took. */
    private static final ThreadLocal<ByteBuffer> DRAWN = ThreadLocal.withInitial(
            () -> ByteBuffer.allocate(128 * Integer.BYTES).limit(0));

    private Masks() {}

    @SuppressWarnings("ByteBufferBackingArray") // it was allocated
    static int next() {
        ByteBuffer drawn = DRAWN.get();
        if (!drawn.hasRemaining()) {
            RANDOM.nextBytes(drawn.array());
            drawn.clear();
        }
        return drawn.getInt();
    }

    /**
     * Copies, masked, as much as there is room for.
     *
     * @return the key for what is left of {@code from}
     */
    static int copy(ByteBuffer from, ByteBuffer to, int key) {
        int end = from.limit();
        from.limit(from.position() + Math.min(from.remaining(), to.remaining()));
        long wide = key & 0xFFFF_FFFFL | (long) key << Integer.SIZE;
        while (from.remaining() >= Long.BYTES) {
            to.putLong(from.getLong() ^ wide);
        }
        int left = key;
        while (from.hasRemaining()) {
            left = Integer.rotateLeft(left, Byte.SIZE);
            to.put((byte) (from.get() ^ left));
        }
        from.limit(end);
        return left;
    }
}
