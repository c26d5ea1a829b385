package org.scriptsocket.bench;

import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** OkHttp. It copies each message into a string of its own before it sends it. */
final class OkHttp implements Client {

    private final OkHttpClient client;

    OkHttp() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1 << 16);
        dispatcher.setMaxRequestsPerHost(1 << 16);
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .readTimeout(Duration.ZERO)
                .build();
    }

    @Override
    public void connect(int port, Talk talk) {
        Request request =
                new Request.Builder().url("http://127.0.0.1:" + port + "/").build();
        client.newWebSocket(request, new Listener(talk));
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdownNow();
    }

    private static final class Listener extends WebSocketListener implements Link {

        private final Talk talk;
        private @Nullable WebSocket socket;

        Listener(Talk talk) {
            this.talk = talk;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            socket = webSocket;
            talk.opened(this);
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteString bytes) {
            talk.received(bytes.size());
        }

        @Override
        public void onClosed(WebSocket webSocket, int code, String reason) {
            talk.closed();
        }

        @Override
        public void send(byte[] message) {
            if (socket != null) {
                socket.send(ByteString.of(message));
            }
        }

        @Override
        public void close() {
            if (socket != null) {
                socket.close(1000, null);
            }
        }
    }
}
