package org.scriptsocket.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.jetty.EndPointWrapper;

/** Jetty's core client with reads on the selector's thread, each message sent at once: the bare form of what our transport stands on. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails shows as an echo that does not come
final class JettyCore implements Client {

    private final QueuedThreadPool threads = new QueuedThreadPool(4, 2);
    private final WebSocketCoreClient core;

    JettyCore() throws Exception {
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setExecutor(threads);
        HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(connector));
        http.setExecutor(threads);
        http.setMaxConnectionsPerDestination(1 << 16);
        http.setMaxRequestsQueuedPerDestination(1 << 16);
        core = new WebSocketCoreClient(http, null);
        core.start();
    }

    @Override
    public void connect(int port, Talk talk) throws Exception {
        core.connect(new Request(core, URI.create("ws://127.0.0.1:" + port + "/"), new Frames(talk)));
    }

    @Override
    public void close() {
        LifeCycle.stop(core);
        LifeCycle.stop(threads);
    }

    private static final class Request extends CoreClientUpgradeRequest {

        private final FrameHandler handler;

        Request(WebSocketCoreClient core, URI uri, FrameHandler handler) {
            super(core, uri);
            this.handler = handler;
            Configuration.ConfigurationCustomizer sizes = new Configuration.ConfigurationCustomizer();
            sizes.setIdleTimeout(Duration.ZERO);
            sizes.setMaxFrameSize(0);
            sizes.setInputBufferSize(16 << 10);
            setConfiguration(sizes);
        }

        @Override
        public FrameHandler getFrameHandler() {
            return handler;
        }

        @Override
        public void upgrade(Response response, EndPoint endPoint) {
            super.upgrade(response, new OnSelector(endPoint));
        }
    }

    private static final class OnSelector extends EndPointWrapper {

        OnSelector(EndPoint socket) {
            super(socket);
        }

        @Override
        public void fillInterested(Callback callback) {
            super.fillInterested(
                    Callback.from(Invocable.InvocationType.NON_BLOCKING, callback::succeeded, callback::failed));
        }
    }

    private static final class Frames implements FrameHandler, Link {

        private final Talk talk;
        private @Nullable CoreSession session;
        private int length;

        Frames(Talk talk) {
            this.talk = talk;
        }

        @Override
        public void onOpen(CoreSession opened, Callback callback) {
            session = opened;
            callback.succeeded();
            talk.opened(this);
            opened.demand();
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            length += frame.getPayloadLength();
            boolean whole = frame.isDataFrame() && frame.isFin();
            int received = length;
            callback.succeeded();
            if (whole) {
                length = 0;
                talk.received(received);
            }
            session().demand();
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            callback.succeeded();
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            callback.succeeded();
            talk.closed();
        }

        @Override
        public void send(byte[] message) {
            session().sendFrame(new Frame(OpCode.BINARY, ByteBuffer.wrap(message)), Callback.NOOP, false);
        }

        @Override
        public void close() {
            session().close(CloseStatus.NORMAL, null, Callback.NOOP);
        }

        private CoreSession session() {
            return Objects.requireNonNull(session);
        }
    }
}
