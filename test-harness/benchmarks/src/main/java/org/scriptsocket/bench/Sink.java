package org.scriptsocket.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A WebSocket server for one client: it takes the handshake, and throws away what comes after it. */
public final class Sink implements AutoCloseable {

    private static final int BUFFER = 256 << 10;

    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final Thread thread = new Thread(this::serve, "sink");

    /** On a free port of the loopback interface. */
    public Sink() throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public int port() {
        return listener.socket().getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
        StringBuilder request = new StringBuilder();
        try (SocketChannel client = listener.accept()) {
            boolean open = false;
            while (client.read(in.clear()) >= 0) {
                if (!open && Upgrade.read(in.flip(), request)) {
                    open = true;
                    client.write(ByteBuffer.wrap(Upgrade.response(request)));
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }
}
