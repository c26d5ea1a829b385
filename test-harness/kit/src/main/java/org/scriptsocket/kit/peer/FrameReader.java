package org.scriptsocket.kit.peer;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes frames off a stream as they are, right or wrong. Not thread-safe. */
public final class FrameReader {

    private static final long LONGEST = Integer.MAX_VALUE - 16;

    private final DataInputStream in;

    public FrameReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Waits for the next frame.
     *
     * @return null at the end of the stream, also in the middle of a frame
     * @throws IOException if the connection was reset
     */
    public @Nullable Frame read() throws IOException {
        try {
            int first = in.read();
            return first < 0 ? null : read(first);
        } catch (EOFException e) {
            return null;
        }
    }

    private Frame read(int first) throws IOException {
        int second = in.readUnsignedByte();
        int marker = second & 0x7F;
        long length = marker == 126 ? in.readUnsignedShort() : marker == 127 ? in.readLong() : marker;
        if (length < 0 || length > LONGEST) {
            throw new IOException("a frame of " + Long.toUnsignedString(length) + " bytes");
        }
        boolean masked = (second & 0x80) != 0;
        byte[] payload = masked ? new Mask(exactly(4)).apply(exactly((int) length)) : exactly((int) length);
        LengthForm form = marker == 126 ? LengthForm.BITS_16 : marker == 127 ? LengthForm.BITS_64 : LengthForm.SHORTEST;
        LengthForm shown = form == LengthForm.SHORTEST.of(length) ? LengthForm.SHORTEST : form;
        return new Frame((first & 0x80) != 0, first >> 4 & 7, first & 15, masked, shown, length, payload);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
