package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A file of the file system. What is written is in the file at once, so that nothing is lost with a file that nobody closes. */
@NullMarked
final class DiskFile extends LuaStream {

    private final OpenMode mode;
    private final FileChannel channel;
    /** What was read ahead, ready to be read. */
    private final ByteBuffer ahead = ByteBuffer.allocate(8192).limit(0);

    DiskFile(Path path, OpenMode mode) throws IOException {
        this.mode = mode;
        this.channel = FileChannel.open(path, mode.options());
    }

    @Override
    int read() throws IOException {
        return filled() ? ahead.get() & 0xFF : -1;
    }

    @Override
    int peek() throws IOException {
        return filled() ? ahead.get(ahead.position()) & 0xFF : -1;
    }

    private boolean filled() throws IOException {
        if (!mode.reads()) {
            throw badDescriptor();
        }
        if (!ahead.hasRemaining()) {
            ahead.clear();
            channel.read(ahead);
            ahead.flip();
        }
        return ahead.hasRemaining();
    }

    @Override
    void write(LuaString text) throws IOException {
        if (!mode.writes()) {
            throw badDescriptor();
        }
        seek(mode.appends() ? 2 : 1, 0);
        ByteBuffer bytes = ByteBuffer.wrap(text.m_bytes, text.m_offset, text.m_length);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    long seek(int whence, long offset) throws IOException {
        long here = channel.position() - ahead.remaining();
        long base = whence == 0 ? 0 : whence == 1 ? here : channel.size();
        if (base + offset < 0) {
            throw new IOException("Invalid argument");
        }
        if (base + offset != here || ahead.hasRemaining()) {
            ahead.limit(0);
            channel.position(base + offset);
        }
        return base + offset;
    }

    @Override
    Varargs close() throws IOException {
        channel.close();
        return LuaValue.TRUE;
    }
}
