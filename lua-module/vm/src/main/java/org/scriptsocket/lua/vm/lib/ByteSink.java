package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaString;

/** A stream that only goes out: standard output, or the input of a program. */
@NullMarked
class ByteSink extends LuaStream {

    private final Supplier<? extends OutputStream> out;

    ByteSink(Supplier<? extends OutputStream> out) {
        this.out = out;
    }

    @Override
    final void write(LuaString text) throws IOException {
        out.get().write(text.m_bytes, text.m_offset, text.m_length);
    }

    @Override
    final void flush() throws IOException {
        out.get().flush();
    }

    @Override
    boolean closable() {
        return false;
    }
}
