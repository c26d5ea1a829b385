package org.scriptsocket.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The client of the JDK. It takes one send at a time. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails shows as an echo that does not come
final class JdkHttp implements Client {

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public void connect(int port, Talk talk) {
        client.newWebSocketBuilder().buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), new Listener(talk));
    }

    @Override
    public void close() {
        // Its threads end when it is garbage.
    }

    private static final class Listener implements WebSocket.Listener, Link {

        private final Talk talk;
        private final Queue<byte[]> waiting = new ArrayDeque<>();
        private boolean sending;
        private @Nullable WebSocket socket;
        private int length;

        Listener(Talk talk) {
            this.talk = talk;
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            talk.opened(this);
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            length += data.remaining();
            if (last) {
                int received = length;
                length = 0;
                talk.received(received);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
            talk.closed();
            return null;
        }

        @Override
        public void send(byte[] message) {
            synchronized (waiting) {
                if (sending) {
                    waiting.add(message);
                    return;
                }
                sending = true;
            }
            write(message);
        }

        private void write(byte[] message) {
            Objects.requireNonNull(socket)
                    .sendBinary(ByteBuffer.wrap(message), true)
                    .whenComplete((done, failure) -> next());
        }

        private void next() {
            byte[] message;
            synchronized (waiting) {
                message = waiting.poll();
                sending = message != null;
            }
            if (message != null) {
                write(message);
            }
        }

        @Override
        public void close() {
            Objects.requireNonNull(socket).sendClose(WebSocket.NORMAL_CLOSURE, "");
        }
    }
}
