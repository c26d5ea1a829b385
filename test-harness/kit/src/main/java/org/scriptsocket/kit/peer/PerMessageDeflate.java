package org.scriptsocket.kit.peer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The server's side of permessage-deflate (RFC 7692) on one connection, for a server that answers so:
 *
 * <pre>{@code
 * Behaviour.accept().header("Sec-WebSocket-Extensions", "permessage-deflate").send(deflate.deflate(Frame.text("hello")))
 * }</pre>
 *
 * <p>Messages are to be given in the order in which they are on the wire. Not thread-safe.
 */
public final class PerMessageDeflate implements AutoCloseable {

    private static final int RSV1 = 4;
    private static final byte[] TAIL = {0, 0, -1, -1};

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final Inflater inflater = new Inflater(true);
    private final boolean serverForgets;
    private final boolean clientForgets;

    /** Both sides remember the messages before. */
    public PerMessageDeflate() {
        this(false, false);
    }

    /**
     * @param serverForgets whether {@code server_no_context_takeover} was answered
     * @param clientForgets whether {@code client_no_context_takeover} was answered
     */
    public PerMessageDeflate(boolean serverForgets, boolean clientForgets) {
        this.serverForgets = serverForgets;
        this.clientForgets = clientForgets;
    }

    /** A message to the client, compressed, with RSV1 set. */
    public Frame deflate(Frame message) {
        byte[] chunk = new byte[message.payload().length * 2 + 100];
        deflater.setInput(message.payload());
        int n = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
        if (serverForgets) {
            deflater.reset();
        }
        byte[] payload = n <= TAIL.length ? new byte[1] : Arrays.copyOf(chunk, n - TAIL.length);
        return Frame.of(message.opcode(), payload).rsv(RSV1);
    }

    /**
     * A message of the client as it was before it was compressed; one without RSV1 as it is.
     *
     * @throws IllegalArgumentException if it can not be inflated
     */
    public Frame inflate(Frame message) {
        if (message.rsv() != RSV1) {
            return message;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            inflate(message.payload(), whole);
            inflate(TAIL, whole);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(message + " can not be inflated", e);
        }
        if (clientForgets) {
            inflater.reset();
        }
        Frame restored = Frame.of(message.opcode(), whole.toByteArray());
        return message.masked() ? restored.asMasked() : restored;
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }

    private void inflate(byte[] input, ByteArrayOutputStream whole) throws DataFormatException {
        byte[] chunk = new byte[8 << 10];
        inflater.setInput(input);
        for (int n = inflater.inflate(chunk); n > 0; n = inflater.inflate(chunk)) {
            whole.write(chunk, 0, n);
        }
    }
}
