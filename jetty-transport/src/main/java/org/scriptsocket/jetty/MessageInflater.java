package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates messages (RFC 7692, section 7.2.2), piece by piece. Each message is a stream of its own, which begins with what the ones before
 * have left in the window: so it is seen whether its end is an end. Thread-safe, so that its memory can be given back at any moment.
 */
final class MessageInflater {

    /** The most that comes at once. */
    private static final int CHUNK = 8 << 10;

    private static final int WINDOW = 32 << 10;
    /** What each sender leaves out, and an empty last block. */
    private static final byte[] END = {0, 0, -1, -1, 1, 0, 0, -1, -1};

    private final boolean forgets;
    private final ByteBuffer end = ByteBuffer.wrap(END);
    /** Null until the first compressed message, and after the end. */
    private @Nullable Inflater inflater;

    private byte[] chunk = {};
    /** The last that came of all messages before, {@link #kept} bytes; empty where the server forgets. */
    private byte[] window = {};

    private int kept;
    /** Whether something of a message came, and not yet its end. */
    private boolean begun;
    /** Whether there is nothing between the end of a stream and here. */
    private boolean fresh = true;

    private boolean ended;

    MessageInflater(Compression compression) {
        forgets = compression.serverForgets();
    }

    /**
     * Inflates on. To be called with the same piece until nothing comes.
     *
     * @param last whether it is the last piece of its message
     * @return at most 8 KB, valid until the next call
     * @throws DataFormatException if it is not what a deflater makes
     */
    synchronized ByteBuffer inflate(ByteBuffer piece, boolean last) throws DataFormatException {
        if (ended) {
            return ByteBuffer.allocate(0);
        }
        int n = next(piece);
        if (n == 0 && last) {
            n = finish();
        }
        remember(n);
        return ByteBuffer.wrap(chunk, 0, n);
    }

    synchronized void end() {
        ended = true;
        if (inflater != null) {
            inflater.end();
        }
        chunk = new byte[0];
        window = chunk;
    }

    /** A last block may stand in the middle (section 7.2.3.4); what follows begins anew. */
    private int next(ByteBuffer input) throws DataFormatException {
        int n = 0;
        while (n == 0 && (!fresh || input.hasRemaining())) {
            Inflater from = begin();
            from.setInput(input);
            n = from.inflate(chunk);
            if (n == 0 && !from.finished()) {
                return 0;
            }
            if (n == 0) {
                from.reset();
                fresh = true;
            }
        }
        return n;
    }

    private Inflater begin() {
        Inflater from = inflater;
        if (from == null) {
            from = new Inflater(true);
            inflater = from;
            chunk = new byte[CHUNK];
            window = new byte[forgets ? 0 : WINDOW];
        }
        if (!begun && kept > 0) {
            from.setDictionary(window, 0, kept);
        }
        begun = true;
        fresh = false;
        return from;
    }

    /** What comes of the end; after the last of it the next message may begin. */
    private int finish() throws DataFormatException {
        int n = fresh ? 0 : next(end);
        if (n == 0 && !fresh) {
            throw new DataFormatException("no end");
        }
        if (n == 0) {
            begun = false;
            end.clear();
        }
        return n;
    }

    private void remember(int n) {
        if (!forgets && n > 0) {
            int old = Math.min(kept, WINDOW - n);
            System.arraycopy(window, kept - old, window, 0, old);
            System.arraycopy(chunk, 0, window, old, n);
            kept = old + n;
        }
    }
}
