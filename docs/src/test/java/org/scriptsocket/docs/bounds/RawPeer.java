package org.scriptsocket.docs.bounds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.scriptsocket.kit.peer.Handshake;

/** A server of one connection, on a thread of its own, that keeps nothing of what it sends and sees. */
final class RawPeer implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    private final ServerSocketChannel listening;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** What it does after the opening handshake. */
    interface Part {
        void play(SocketChannel socket) throws IOException;
    }

    RawPeer(Part part) {
        try {
            listening = ServerSocketChannel.open();
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> serve(part), "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "ws://127.0.0.1:" + listening.socket().getLocalPort();
    }

    boolean isDone() {
        return done.isDone();
    }

    /** Waits until it has played its part, and fails as it failed. */
    void join() throws Exception {
        done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Part part) {
        try (SocketChannel socket = listening.accept()) {
            accept(socket);
            part.play(socket);
            done.complete(null);
        } catch (IOException | RuntimeException | AssertionError e) {
            done.completeExceptionally(e);
        }
    }

    private static void accept(SocketChannel socket) throws IOException {
        String key = request(Channels.newInputStream(socket))
                .lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .findFirst()
                .orElseThrow()
                .substring(19);
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + Handshake.acceptOf(key) + "\r\n\r\n";
        socket.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("no request");
            }
            head.append((char) octet);
        }
        return head.toString();
    }
}
