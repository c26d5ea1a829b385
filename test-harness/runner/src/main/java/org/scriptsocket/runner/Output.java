package org.scriptsocket.runner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The standard output of a script, whichever way it writes: bytes as they are, kept back until a flush. */
final class Output {

    private static final int BUFFER = 1 << 16;

    private static final byte[] LINE_END = {'\n'};

    private static final String BACK_TO_EMPTY_LINE = "\r\33[K";

    private final OutputStream out;
    /** What stands behind the last line while more input is waited for; empty for nothing. */
    private String prompt = "";

    private boolean prompted;
    /** Whether the last line has no end yet; a prompt would be taken for a part of it. */
    private boolean inLine;

    Output(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    /** As it is, without a line's end. */
    void text(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        line(bytes, 0, bytes.length);
    }

    void line(byte[] bytes, int offset, int length) {
        bytes(bytes, offset, length);
        bytes(LINE_END, 0, LINE_END.length);
    }

    /** Bytes that need not end a line. */
    void bytes(byte[] bytes, int offset, int length) {
        try {
            hidePrompt();
            out.write(bytes, offset, length);
            inLine = length == 0 ? inLine : bytes[offset + length - 1] != '\n';
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void flush() {
        try {
            showPrompt();
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** From now on this stands behind the last line at each flush. For a terminal only. */
    void prompt(String text) {
        try {
            hidePrompt();
            prompt = text;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The user has ended the line of the prompt. */
    void entered() {
        prompted = false;
    }

    private void showPrompt() throws IOException {
        if (!prompted && !inLine && !prompt.isEmpty()) {
            out.write(prompt.getBytes(StandardCharsets.UTF_8));
            prompted = true;
        }
    }

    private void hidePrompt() throws IOException {
        if (prompted) {
            out.write(BACK_TO_EMPTY_LINE.getBytes(StandardCharsets.UTF_8));
            prompted = false;
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the standard output can not be written: " + e.getMessage(), e);
    }
}
