package org.scriptsocket.runner;

import java.io.OutputStream;

/** The same output for what writes to a stream, such as Lua's {@code io}: in one order with the lines of {@code print}. */
final class OutputBytes extends OutputStream {

    private final Output output;

    OutputBytes(Output output) {
        this.output = output;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        output.bytes(bytes, offset, length);
    }

    @Override
    public void flush() {
        output.flush();
    }
}
