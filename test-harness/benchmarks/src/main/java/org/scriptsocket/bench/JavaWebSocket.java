package org.scriptsocket.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/** Java-WebSocket: two threads for each connection. */
final class JavaWebSocket implements Client {

    @Override
    public void connect(int port, Talk talk) {
        Socket socket = new Socket(URI.create("ws://127.0.0.1:" + port + "/"), talk);
        socket.setTcpNoDelay(true);
        socket.setConnectionLostTimeout(0);
        socket.setDaemon(true);
        socket.connect();
    }

    @Override
    public void close() {
        // Its threads end with their connections.
    }

    private static final class Socket extends WebSocketClient implements Link {

        private final Talk talk;

        Socket(URI uri, Talk talk) {
            super(uri);
            this.talk = talk;
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            talk.opened(this);
        }

        @Override
        public void onMessage(String message) {
            throw new IllegalStateException("a text message");
        }

        @Override
        public void onMessage(ByteBuffer message) {
            talk.received(message.remaining());
        }

        @Override
        public void onClose(int code, @Nullable String reason, boolean remote) {
            talk.closed();
        }

        @Override
        public void onError(Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
