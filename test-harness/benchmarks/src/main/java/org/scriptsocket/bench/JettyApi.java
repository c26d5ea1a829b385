package org.scriptsocket.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.jspecify.annotations.Nullable;

/** Jetty's client by its API, as it comes. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails shows as an echo that does not come
final class JettyApi implements Client {

    private final WebSocketClient client;

    JettyApi() throws Exception {
        HttpClient http = new HttpClient();
        http.setMaxConnectionsPerDestination(1 << 16);
        client = new WebSocketClient(http);
        client.setIdleTimeout(Duration.ZERO);
        client.setMaxBinaryMessageSize(1 << 20);
        client.start();
    }

    @Override
    public void connect(int port, Talk talk) throws Exception {
        client.connect(new EndPoint(talk), URI.create("ws://127.0.0.1:" + port + "/"));
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    /** Public, because Jetty calls it by method handles. */
    public static final class EndPoint extends Session.Listener.AbstractAutoDemanding implements Link {

        private final Talk talk;
        private @Nullable Session session;

        EndPoint(Talk talk) {
            this.talk = talk;
        }

        @Override
        public void onWebSocketOpen(Session opened) {
            super.onWebSocketOpen(opened);
            session = opened;
            talk.opened(this);
        }

        @Override
        public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
            int length = payload.remaining();
            callback.succeed();
            talk.received(length);
        }

        @Override
        public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
            callback.succeed();
            talk.closed();
        }

        @Override
        public void send(byte[] message) {
            Objects.requireNonNull(session).sendBinary(ByteBuffer.wrap(message), Callback.NOOP);
        }

        @Override
        public void close() {
            Objects.requireNonNull(session).close();
        }
    }
}
