package org.scriptsocket.jetty;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of one connection whose behaviour a test writes down, byte by byte. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** What the server does with the connection. */
    @FunctionalInterface
    interface Script {
        void run(Peer peer) throws IOException;
    }

    RawServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    RawServer(ServerSocket listening, Script script) {
        this.listening = listening;
        Thread thread = new Thread(() -> serve(script), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Waits until the script of the server has run, and fails as it failed. */
    void join() throws InterruptedException, ExecutionException, TimeoutException {
        done.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve(Script script) {
        try (Socket socket = listening.accept()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            script.run(new Peer(socket));
            done.complete(null);
        } catch (IOException | RuntimeException | AssertionError e) {
            done.completeExceptionally(e);
        }
    }

    /** The server's end of the connection. */
    record Peer(Socket socket) {

        /** The request up to the empty line, without it. */
        String request() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                bytes.write(read());
            }
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            return text.substring(0, text.length() - 4);
        }

        /** Reads the request and accepts it, with these bytes in the same packet. */
        void accept(byte... more) throws IOException {
            write(concat(text(switching(request())), more));
        }

        static String switching(String request) {
            String key = request.lines()
                    .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                    .findFirst()
                    .orElseThrow()
                    .substring(19);
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                    + WebSocketKey.accept(key) + "\r\n\r\n";
        }

        void write(byte... bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** Reads one masked frame of less than 64 KiB, as its opcode and its unmasked payload. */
        Received frame() throws IOException {
            int opcode = read() & 0x0F;
            int masked = read();
            if (masked < 0x80) {
                throw new AssertionError("not masked");
            }
            int length = masked & 0x7F;
            length = length == 126 ? read() << 8 | read() : length;
            byte[] mask = bytes(4);
            byte[] payload = bytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Received(opcode, payload);
        }

        byte[] bytes(int n) throws IOException {
            byte[] bytes = socket.getInputStream().readNBytes(n);
            if (bytes.length < n) {
                throw new EOFException();
            }
            return bytes;
        }

        /** Waits for the end of what the client sends. */
        void end() throws IOException {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // until the end
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private int read() throws IOException {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new EOFException();
            }
            return b;
        }
    }

    /** A frame that the client sent. */
    @SuppressWarnings("ArrayRecordComponent")
    record Received(int opcode, byte[] payload) {

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The code of a Close frame; 0 if it has none. */
        int code() {
            return payload.length < 2 ? 0 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        }
    }

    /** A frame as servers send them, its length in the shortest form. */
    static byte[] frame(int first, byte... payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        int n = payload.length;
        if (n < 126) {
            frame.write(n);
        } else if (n < 1 << 16) {
            frame.writeBytes(new byte[] {126, (byte) (n >> 8), (byte) n});
        } else {
            frame.writeBytes(
                    new byte[] {127, 0, 0, 0, 0, (byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n});
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    static byte[] textFrame(String text) {
        return frame(0x81, text(text));
    }

    static byte[] closeFrame(int code, String reason) {
        return frame(0x88, concat(new byte[] {(byte) (code >> 8), (byte) code}, text(reason)));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
