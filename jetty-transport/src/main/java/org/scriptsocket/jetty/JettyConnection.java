package org.scriptsocket.jetty;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.NetworkTrouble;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** A connection from the first step of its dial to the end of its socket: every transition of its state is here. */
final class JettyConnection implements TransportConnection, JettyClient.Dial {

    private enum State {
        DIALING,
        OPEN,
        /** A Close frame was queued, the peer's or ours; nothing more is told or sent. */
        CLOSING,
        ENDED
    }

    private final JettyClient client;
    /** Once open, without what only the handshake needs; whoever sees the older one meanwhile is none the worse. */
    private ConnectRequest request;

    private final ListenerCalls calls;
    private final long deadlineNanos;
    private final Socket socket = new Socket();
    private final FrameReader reader = new FrameReader(this);
    private final Outbox outbox;
    private final KeepAlive keepAlive;

    private State state = State.DIALING;
    /** Null once open. */
    private @Nullable HandshakeAnswer answer = new HandshakeAnswer(this);
    /** The deadline of the dial, later of the closing handshake; null while there is none. */
    private Scheduler.@Nullable Task timer;
    /** Null until open. */
    private @Nullable FramedEndPoint endPoint;
    /** Whether nothing is expected from the peer any more but the end of the socket. */
    private boolean heard;

    private boolean closeWritten;
    /** What a proxy is asked for; null without a proxy, and until names were looked up. */
    private @Nullable InetSocketAddress tunnelTarget;

    JettyConnection(JettyClient client, ConnectRequest request, TransportListener listener) {
        this.client = client;
        this.request = request;
        calls = new ListenerCalls(listener);
        outbox = new Outbox(request.observer(), request.buffers());
        keepAlive = new KeepAlive(this, request.limits());
        deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(request.timeoutMillis());
    }

    ConnectRequest request() {
        return request;
    }

    JettyClient client() {
        return client;
    }

    Socket socket() {
        return socket;
    }

    Outbox outbox() {
        return outbox;
    }

    KeepAlive keepAlive() {
        return keepAlive;
    }

    FrameReader reader() {
        return reader;
    }

    synchronized boolean isDialing() {
        return state == State.DIALING;
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    synchronized void tunnelTo(InetSocketAddress target) {
        tunnelTarget = target;
    }

    synchronized InetSocketAddress tunnelTarget() {
        return Objects.requireNonNull(tunnelTarget);
    }

    void dial() {
        client.dial(this);
    }

    /** As if it had been gone: the client that would tell has stopped. */
    void forget() {
        socket.forget();
    }

    @Override
    public void on(WebSocketCoreClient core) throws Exception {
        long left = Math.max(deadlineNanos - System.nanoTime(), 0);
        HandshakeAnswer collector = answer();
        if (isDialing() && collector != null) {
            after(Duration.ofNanos(left), () -> notOpened(collector.atDeadline()));
            new UpgradeRequest(core, this).send(collector);
        }
    }

    @Override
    public void failed(Throwable failure) {
        notOpened(FailureText.of(failure, request));
    }

    @Override
    public void send(Message message) {
        if (isOpen()) {
            outbox.add(message);
        }
    }

    @Override
    public void flush() {
        outbox.flush();
    }

    @Override
    public long unsent() {
        return outbox.unsent();
    }

    @Override
    public void request(long n) {
        reader.request(n);
    }

    @Override
    public void close(CloseStatus status) {
        if (isDialing()) {
            abort();
        } else if (move(State.OPEN, State.CLOSING)) {
            calls.silence();
            outbox.close(status, this::closeWritten);
            reader.closing();
        }
    }

    @Override
    public void abort() {
        calls.silence();
        end();
    }

    @Override
    public CompletionStage<Void> gone() {
        return socket.gone();
    }

    /** The 101 was accepted. False if that is too late. */
    boolean opened(CoreSession session, HandshakeResponse response) {
        if (!move(State.DIALING, State.OPEN)) {
            return false;
        }
        dialed();
        outbox.opened(framed(), session.getByteBufferPool(), this::unwritable);
        keepAlive.start();
        calls.add(listener -> listener.onOpen(response));
        return true;
    }

    private synchronized FramedEndPoint framed() {
        return Objects.requireNonNull(endPoint);
    }

    synchronized void framed(FramedEndPoint framed) {
        endPoint = framed;
    }

    /** No effect if it has been opened meanwhile, as when the deadline comes together with the 101. */
    void notOpened(Failure failure) {
        if (move(State.DIALING, State.ENDED)) {
            calls.end(listener -> listener.onFailure(failure));
            end();
        }
    }

    void reads(Runnable reading) {
        calls.add(TransportListener::beforeRead);
        try {
            reading.run();
        } finally {
            calls.add(TransportListener::afterRead);
        }
    }

    void arrived(Message message) {
        if (isOpen()) {
            calls.add(listener -> listener.onMessage(message));
        }
    }

    /** The peer's Close frame was read: answered by the same, or the answer to ours. */
    void closedByPeer(CloseStatus status) {
        if (move(State.OPEN, State.CLOSING)) {
            calls.end(listener -> listener.onClosed(status));
            outbox.close(status, this::closeWritten);
        }
        nothingMore();
    }

    /** The peer broke a rule, or sent too much. */
    void broken(Failure failure, CloseStatus status) {
        if (move(State.OPEN, State.CLOSING)) {
            calls.end(listener -> listener.onFailure(failure));
            outbox.close(status, this::closeWritten);
        }
        nothingMore();
    }

    /** The end without a Close frame, or, after one, just the end. */
    void lost(Failure.Lost failure) {
        if (move(State.OPEN, State.ENDED)) {
            calls.end(listener -> listener.onFailure(failure));
        }
        end();
    }

    private void unwritable(Throwable failure) {
        client.hand(() -> lost(NetworkTrouble.lost(failure, request.authority())));
    }

    void stalled() {
        lost(Failure.Lost.stalled(request.limits().writeTimeout()));
    }

    private void closeWritten() {
        synchronized (this) {
            closeWritten = true;
        }
        after(request.limits().closeTimeout(), this::end);
        shutDown();
    }

    private void nothingMore() {
        synchronized (this) {
            heard = true;
        }
        shutDown();
    }

    /** The peer ends the socket when it has read our FIN; ours alone would cut off what it still sends. */
    private void shutDown() {
        FramedEndPoint framed;
        synchronized (this) {
            framed = heard && closeWritten ? endPoint : null;
        }
        if (framed != null) {
            framed.endOutput();
        }
    }

    private void end() {
        synchronized (this) {
            state = State.ENDED;
        }
        cancelTimer();
        keepAlive.end();
        outbox.drop();
        reader.end();
        socket.abort();
    }

    private synchronized boolean move(State from, State to) {
        boolean moved = state == from;
        if (moved && from == State.OPEN) {
            keepAlive.end();
        }
        if (moved) {
            state = to;
        }
        return moved;
    }

    private synchronized void after(Duration delay, Runnable task) {
        if (state != State.ENDED) {
            timer = client.timers().schedule(() -> client.hand(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized @Nullable HandshakeAnswer answer() {
        return answer;
    }

    private synchronized void dialed() {
        cancelTimer();
        answer = null;
        request = new ConnectRequest(
                request.tls(),
                request.host(),
                request.port(),
                "/",
                List.of(),
                List.of(),
                request.timeoutMillis(),
                request.limits(),
                request.policy(),
                request.observer(),
                request.client(),
                request.buffers());
    }

    private synchronized void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
