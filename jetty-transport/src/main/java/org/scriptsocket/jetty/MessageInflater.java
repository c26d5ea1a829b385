package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates messages (RFC 7692, section 7.2.2), piece by piece. Thread-safe, so that its memory can be given back at any moment. */
final class MessageInflater {

    private static final byte[] TAIL = {0, 0, -1, -1};

    private final boolean forgets;
    private final Inflater inflater = new Inflater(true);
    private final byte[] chunk = new byte[8 << 10];
    private boolean ended;

    MessageInflater(Compression compression) {
        forgets = compression.serverForgets();
    }

    /**
     * Inflates a piece.
     *
     * @param sink takes what comes of it, and says whether to go on
     * @return whether the sink took all
     * @throws DataFormatException if it is not what a deflater makes
     */
    synchronized boolean inflate(ByteBuffer piece, boolean last, Predicate<ByteBuffer> sink)
            throws DataFormatException {
        if (ended) {
            return true;
        }
        boolean taken = drain(piece, sink) && (!last || drain(ByteBuffer.wrap(TAIL), sink));
        if (last && forgets) {
            inflater.reset();
        }
        return taken;
    }

    synchronized void end() {
        ended = true;
        inflater.end();
    }

    private boolean drain(ByteBuffer piece, Predicate<ByteBuffer> sink) throws DataFormatException {
        inflater.setInput(piece);
        while (true) {
            int n = inflater.inflate(chunk);
            if (n > 0 && !sink.test(ByteBuffer.wrap(chunk, 0, n))) {
                return false;
            }
            if (inflater.finished()) {
                // A last block may come in the middle (section 7.2.3.4); what follows begins anew.
                inflater.reset();
                inflater.setInput(piece);
            } else if (n == 0) {
                return true;
            }
        }
    }
}
