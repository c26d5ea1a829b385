package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.Varargs;

/** A file as a script holds it. */
@NullMarked
final class LuaFile extends LuaUserdata {

    private final LuaStream stream;
    private boolean closed;

    LuaFile(LuaStream stream, LuaTable metatable) {
        super(stream, metatable);
        this.stream = stream;
    }

    /** A file that is an argument, open or closed. */
    static LuaFile in(Varargs args, int position, String function) {
        if (args.arg(position) instanceof LuaFile file) {
            return file;
        }
        throw Arguments.expected("FILE*", args, position, function);
    }

    /** The stream of an open file. */
    LuaStream stream() {
        if (closed) {
            throw new LuaError("attempt to use a closed file");
        }
        return stream;
    }

    boolean isClosed() {
        return closed;
    }

    void markClosed() {
        closed = true;
    }

    @Override
    public String tojstring() {
        return closed ? "file (closed)" : String.format("file (0x%08x)", System.identityHashCode(this));
    }
}
