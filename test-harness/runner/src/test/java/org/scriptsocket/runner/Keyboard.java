package org.scriptsocket.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A standard input at which the test types, or nobody. */
final class Keyboard extends InputStream {

    private static final int END = -1;

    private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>();

    void type(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            typed.add(b & 0xFF);
        }
    }

    void end() {
        typed.add(END);
    }

    /** One byte: more may never come. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int one = read();
        if (one < 0) {
            return one;
        }
        bytes[offset] = (byte) one;
        return 1;
    }

    @Override
    public int read() throws IOException {
        try {
            return typed.take();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
