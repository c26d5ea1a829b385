package org.scriptsocket.kit.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.FrameReader;

/** The other side of the server under test, byte by byte. */
final class RawClient implements AutoCloseable {

    static final String HANDSHAKE = """
            Host: x\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private final Socket socket;
    private final InputStream in;
    private final FrameReader frames;

    RawClient(MisbehavingServer server) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
        frames = new FrameReader(in);
    }

    static RawClient open(MisbehavingServer server, String path) throws IOException {
        RawClient client = new RawClient(server);
        client.write("GET " + path + " HTTP/1.1\r\n" + HANDSHAKE);
        return client;
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(Frame frame) throws IOException {
        socket.getOutputStream().write(frame.encode());
    }

    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return head.toString();
            }
            head.append((char) b);
        }
        return head.toString();
    }

    Frame readFrame() throws IOException {
        return Objects.requireNonNull(frames.read(), "a frame, not the end");
    }

    String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    void finish() throws IOException {
        socket.shutdownOutput();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
