package org.scriptsocket.runner;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The input of a script, before which its output is shown: it may be a question. */
final class AskingReader extends FilterReader {

    private final Output output;

    AskingReader(Reader in, Output output) {
        super(in);
        this.output = output;
    }

    @Override
    public int read() throws IOException {
        output.flush();
        return super.read();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        output.flush();
        return super.read(into, offset, length);
    }
}
