package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.NullMarked;

/** A stream that only comes in: standard input, or the output of a program. */
@NullMarked
class ByteSource extends LuaStream {

    private static final int NONE = -2;

    private final InputStream in;
    /** What was peeked, or {@link #NONE}. */
    private int next = NONE;

    ByteSource(InputStream in) {
        this.in = in;
    }

    @Override
    final int read() throws IOException {
        int result = peek();
        next = NONE;
        return result;
    }

    @Override
    final int peek() throws IOException {
        if (next == NONE) {
            next = in.read();
        }
        return next;
    }

    @Override
    boolean closable() {
        return false;
    }
}
