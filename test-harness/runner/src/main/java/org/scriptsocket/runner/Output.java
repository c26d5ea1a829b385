package org.scriptsocket.runner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The standard output of a script: lines of bytes as they are, kept back until a flush. */
final class Output {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;

    Output(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    void line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        line(bytes, 0, bytes.length);
    }

    void line(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
            out.write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the standard output can not be written: " + e.getMessage(), e);
    }
}
