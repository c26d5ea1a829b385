package org.scriptsocket.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket echo server that costs as little as can be, so that clients are measured and not it: one thread, one selector, frames
 * turned round in the buffers in which they came. It runs in a process of its own.
 */
public final class EchoServer {

    private static final int BUFFER = 256 << 10;
    private static final int BACKLOG = 4096;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER + FrameEcho.LONGEST_HEAD);

    private EchoServer() throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Prints its port, and serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        EchoServer server = new EchoServer();
        Thread loop = new Thread(server::run, "echo");
        loop.setDaemon(true);
        loop.start();
        System.out.println(server.listener.socket().getLocalPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Whoever started it lives.
        }
    }

    private void run() {
        try {
            while (true) {
                selector.select(this::serve);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the echo server has failed", e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (key.isReadable()) {
                read(key);
            } else if (key.isWritable()) {
                writeRest(key);
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private void accept() throws IOException {
        for (SocketChannel socket = listener.accept(); socket != null; socket = listener.accept()) {
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.register(selector, SelectionKey.OP_READ, new Peer());
        }
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel socket = (SocketChannel) key.channel();
        in.clear();
        if (socket.read(in) < 0) {
            close(key);
            return;
        }
        in.flip();
        out.clear();
        Peer peer = (Peer) key.attachment();
        peer.answer(in, out);
        out.flip();
        socket.write(out);
        if (out.hasRemaining()) {
            peer.keep(out);
            key.interestOps(SelectionKey.OP_WRITE);
        } else if (peer.isOver()) {
            close(key);
        }
    }

    private void writeRest(SelectionKey key) throws IOException {
        Peer peer = (Peer) key.attachment();
        ByteBuffer rest = peer.rest;
        if (rest != null) {
            ((SocketChannel) key.channel()).write(rest);
        }
        if (rest == null || !rest.hasRemaining()) {
            peer.rest = null;
            key.interestOps(SelectionKey.OP_READ);
            if (peer.isOver()) {
                close(key);
            }
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }

    /** A connection. */
    private static final class Peer {

        private final FrameEcho frames = new FrameEcho();
        private final StringBuilder request = new StringBuilder();
        private boolean open;
        /** What the socket did not take, or null. */
        private @Nullable ByteBuffer rest;

        void answer(ByteBuffer in, ByteBuffer out) {
            if (!open) {
                open = Upgrade.read(in, request);
                if (!open) {
                    return;
                }
                out.put(Upgrade.response(request));
            }
            frames.turn(in, out);
        }

        boolean isOver() {
            return frames.isOver();
        }

        void keep(ByteBuffer unwritten) {
            rest = ByteBuffer.allocate(unwritten.remaining()).put(unwritten).flip();
        }
    }
}
