package org.scriptsocket.lua;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** A stream of the JVM as a writer without buffers, which would be most of what an engine takes; the stream has its own. */
final class StandardWriter extends Writer {

    private final PrintStream stream;

    private StandardWriter(PrintStream stream) {
        this.stream = stream;
    }

    /** As {@code SimpleScriptContext} has them. */
    static PrintWriter over(PrintStream stream) {
        return new PrintWriter(new StandardWriter(stream), true);
    }

    @Override
    public void write(char[] characters, int from, int length) {
        stream.print(new String(characters, from, length));
    }

    @Override
    public void write(String text, int from, int length) {
        stream.print(text.substring(from, from + length));
    }

    @Override
    public void flush() {
        stream.flush();
    }

    @Override
    public void close() {
        stream.close();
    }
}
