package org.scriptsocket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bare socket, which shows what this machine can do at all: one thread, one selector, frames made beforehand, no mask, no checks, and
 * what is sent during one read is written at once.
 */
final class NioClient implements Client {

    private static final int BUFFER = 256 << 10;

    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private final Queue<Runnable> dials = new ConcurrentLinkedQueue<>();

    NioClient() throws IOException {
        selector = Selector.open();
        Thread loop = new Thread(this::run, "bench-nio");
        loop.setDaemon(true);
        loop.start();
    }

    @Override
    public void connect(int port, Talk talk) {
        dials.add(() -> dial(port, talk));
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dial(int port, Talk talk) {
        try {
            SocketChannel socket = SocketChannel.open();
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.configureBlocking(false);
            socket.write(ByteBuffer.wrap(Upgrade.request(port)));
            socket.register(selector, SelectionKey.OP_READ, new Socket(socket, talk));
        } catch (IOException e) {
            throw new IllegalStateException("could not connect", e);
        }
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> ((Socket) key.attachment()).ready(key));
                for (Runnable dial = dials.poll(); dial != null; dial = dials.poll()) {
                    dial.run();
                }
            }
        } catch (ClosedSelectorException e) {
            // The client is closed.
        } catch (IOException e) {
            throw new IllegalStateException("the client has failed", e);
        }
    }

    private final class Socket implements Link {

        private final SocketChannel channel;
        private final Talk talk;
        private final StringBuilder response = new StringBuilder();
        private final ServerFrames frames = new ServerFrames();
        private final Queue<ByteBuffer> unwritten = new ArrayDeque<>();
        private boolean open;
        private byte @Nullable [] made;
        private ByteBuffer frame = ByteBuffer.allocate(0);

        Socket(SocketChannel channel, Talk talk) {
            this.channel = channel;
            this.talk = talk;
        }

        void ready(SelectionKey key) {
            try {
                if (key.isWritable()) {
                    writeRest(key);
                } else {
                    read(key);
                }
            } catch (IOException e) {
                end();
            }
        }

        private void read(SelectionKey key) throws IOException {
            in.clear();
            if (channel.read(in) < 0) {
                end();
                return;
            }
            in.flip();
            out.clear();
            if (!open && Upgrade.read(in, response)) {
                open = true;
                talk.opened(this);
            }
            if (open) {
                frames.read(in, talk);
            }
            write(key);
        }

        private void write(SelectionKey key) throws IOException {
            out.flip();
            if (unwritten.isEmpty()) {
                channel.write(out);
            }
            if (out.hasRemaining()) {
                unwritten.add(ByteBuffer.allocate(out.remaining()).put(out).flip());
            }
            if (!unwritten.isEmpty()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        }

        private void writeRest(SelectionKey key) throws IOException {
            for (ByteBuffer next = unwritten.peek(); next != null; next = unwritten.peek()) {
                channel.write(next);
                if (next.hasRemaining()) {
                    return;
                }
                unwritten.remove();
            }
            key.interestOps(SelectionKey.OP_READ);
        }

        @Override
        public void send(byte[] message) {
            if (made != message) {
                made = message;
                frame = Masked.message(message);
            }
            put(frame.duplicate());
        }

        @Override
        public void close() {
            put(Masked.close());
        }

        private void put(ByteBuffer bytes) {
            if (out.remaining() >= bytes.remaining()) {
                out.put(bytes);
            } else {
                unwritten.add(
                        ByteBuffer.allocate(out.flip().remaining()).put(out).flip());
                out.clear().put(bytes);
            }
        }

        private void end() {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone all the same.
            }
            talk.closed();
        }
    }
}
