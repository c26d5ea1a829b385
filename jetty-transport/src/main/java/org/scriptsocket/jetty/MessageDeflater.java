package org.scriptsocket.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** Deflates messages (RFC 7692, section 7.2.1), one after the other. Not thread-safe. */
final class MessageDeflater {

    /** How each flush ends; it is left out. */
    private static final int TAIL = 4;

    private static final byte[] NOTHING = {};

    private final boolean forgets;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] chunk = new byte[4 << 10];

    MessageDeflater(Compression compression) {
        forgets = compression.clientForgets();
    }

    ByteBuffer deflate(ByteBuffer message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, message.remaining() / 2));
        deflater.setInput(message);
        int n;
        do {
            n = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            out.write(chunk, 0, n);
        } while (n == chunk.length);
        // else it would hold the message until the next one
        deflater.setInput(NOTHING);
        if (forgets) {
            deflater.reset();
        }
        // An empty message is one byte (section 7.2.3.6).
        return out.size() <= TAIL
                ? ByteBuffer.wrap(new byte[1])
                : ByteBuffer.wrap(out.toByteArray(), 0, out.size() - TAIL);
    }

    /** Gives its memory back. */
    void end() {
        deflater.end();
    }
}
