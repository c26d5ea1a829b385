package org.scriptsocket.docs.bounds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.peer.Gate;

/** Sends as fast as it is taken, from {@link #begin} on, and tells when nothing is taken any more. Reads nothing. */
final class Flood implements RawPeer.Part {

    private final LongFunction<ByteBuffer @Nullable []> chunks;
    private final Gate begin = new Gate();
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean blocked;

    /** @param chunks what is sent after one another; null at the end */
    Flood(LongFunction<ByteBuffer @Nullable []> chunks) {
        this.chunks = chunks;
    }

    /** So many messages of {@link Octets}. */
    static Flood ofMessages(long count) {
        return new Flood(n -> n < count ? new ByteBuffer[] {head(Octets.LENGTH), Octets.message(n)} : null);
    }

    /** One frame, then another one again and again, without end. */
    static Flood withoutEnd(byte[] first, byte... frame) {
        byte[] many = new byte[frame.length * 10_000];
        for (int at = 0; at < many.length; at += frame.length) {
            System.arraycopy(frame, 0, many, at, frame.length);
        }
        return new Flood(n -> new ByteBuffer[] {ByteBuffer.wrap(n == 0 ? first : many)});
    }

    void begin() {
        begin.open();
    }

    /** Bytes that the system has taken. */
    long taken() {
        return taken.get();
    }

    /** Whether the last write took nothing, and there was no room since then. */
    boolean isBlocked() {
        return blocked;
    }

    @Override
    public void play(SocketChannel socket) throws IOException {
        begin.opened().toCompletableFuture().join();
        try (Selector selector = Selector.open()) {
            socket.configureBlocking(false);
            SelectionKey key = socket.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer[] chunk = chunks.apply(0);
            for (long n = 1; chunk != null; n++) {
                write(socket, selector, chunk);
                chunk = chunks.apply(n);
            }
            key.cancel();
        }
        socket.configureBlocking(true);
        awaitEnd(socket);
    }

    private void write(SocketChannel socket, Selector selector, ByteBuffer... chunk) throws IOException {
        ByteBuffer last = chunk[chunk.length - 1];
        while (last.hasRemaining()) {
            long written = socket.write(chunk);
            taken.addAndGet(written);
            if (written == 0) {
                blocked = true;
                selector.select();
                blocked = false;
            }
        }
    }

    private static void awaitEnd(SocketChannel socket) throws IOException {
        ByteBuffer scratch = ByteBuffer.allocate(1024);
        while (socket.read(scratch.clear()) >= 0) {
            // a Close frame, or nothing
        }
    }

    private static ByteBuffer head(int length) {
        return ByteBuffer.allocate(10)
                .put((byte) 0x82)
                .put((byte) 127)
                .putLong(length)
                .flip();
    }
}
