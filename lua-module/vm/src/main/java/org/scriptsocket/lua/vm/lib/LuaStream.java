package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** What is behind a file of a script. What it can not do fails with the text of C's {@code errno}. */
@NullMarked
abstract class LuaStream {

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        throw badDescriptor();
    }

    /** The next byte without taking it, or -1 at the end. */
    int peek() throws IOException {
        throw badDescriptor();
    }

    void write(LuaString text) throws IOException {
        throw badDescriptor();
    }

    void flush() throws IOException {}

    /**
     * @param whence 0 from the start, 1 from here, 2 from the end
     * @return the new position
     */
    long seek(int whence, long offset) throws IOException {
        throw new IOException("Illegal seek");
    }

    /** Whether a script may close it. */
    boolean closable() {
        return true;
    }

    /** What {@code close} gives. */
    Varargs close() throws IOException {
        return LuaValue.TRUE;
    }

    static IOException badDescriptor() {
        return new IOException("Bad file descriptor");
    }
}
