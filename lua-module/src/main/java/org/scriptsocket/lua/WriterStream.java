package org.scriptsocket.lua;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * What a script prints, on its way to a context's writer: decoded as UTF-8. While the writer is the one that the JVM's own stream is
 * behind, the bytes go there as they are.
 */
final class WriterStream extends OutputStream {

    private final Supplier<Writer> writer;
    private final Writer standard;
    private final Supplier<PrintStream> stream;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    /** The beginning of a character whose end is to come. */
    private ByteBuffer pending = ByteBuffer.allocate(0);

    WriterStream(Supplier<Writer> writer, Writer standard, Supplier<PrintStream> stream) {
        this.writer = writer;
        this.standard = standard;
        this.stream = stream;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Writer target = writer.get();
        if (target == standard) {
            target.flush();
            stream.get().write(bytes, offset, length);
        } else {
            decode(target, ByteBuffer.wrap(bytes, offset, length));
        }
    }

    @Override
    public void flush() throws IOException {
        writer.get().flush();
        stream.get().flush();
    }

    private void decode(Writer target, ByteBuffer bytes) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(pending.remaining() + bytes.remaining());
        all.put(pending).put(bytes).flip();
        CharBuffer chars = CharBuffer.allocate(all.remaining() + 1);
        decoder.decode(all, chars, false);
        pending = all;
        target.append(chars.flip());
    }
}
