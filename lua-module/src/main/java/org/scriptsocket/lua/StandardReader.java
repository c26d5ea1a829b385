package org.scriptsocket.lua;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A stream of the JVM as a reader, whose buffers are made when somebody reads: few scripts do. */
final class StandardReader extends Reader {

    private final InputStream stream;
    /** Null until the first use. */
    private @Nullable Reader reader;

    StandardReader(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        return reader().read(into, from, length);
    }

    @Override
    public boolean ready() throws IOException {
        return reader().ready();
    }

    @Override
    public void close() throws IOException {
        reader().close();
    }

    private Reader reader() {
        synchronized (lock) {
            if (reader == null) {
                reader = new InputStreamReader(stream, Charset.defaultCharset());
            }
            return reader;
        }
    }
}
