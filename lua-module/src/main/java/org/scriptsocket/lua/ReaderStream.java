package org.scriptsocket.lua;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** What a script reads: the text of a context's reader as UTF-8. Marks one byte, which is all that LuaJ needs. */
final class ReaderStream extends InputStream {

    private final Supplier<Reader> reader;
    private byte[] bytes = {};
    private int next;
    private int mark;

    ReaderStream(Supplier<Reader> reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        if (next == bytes.length && !fill()) {
            return -1;
        }
        return bytes[next++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == bytes.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, offset, count);
        next += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public synchronized void mark(int limit) {
        mark = next;
    }

    @Override
    public synchronized void reset() {
        next = Math.min(mark, bytes.length);
    }

    /** Reads one character, for more would be taken from who reads next. */
    private boolean fill() throws IOException {
        int first = reader.get().read();
        if (first < 0) {
            return false;
        }
        StringBuilder text = new StringBuilder().append((char) first);
        if (Character.isHighSurrogate((char) first)) {
            text.append((char) reader.get().read());
        }
        bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        next = 0;
        mark = 0;
        return true;
    }
}
