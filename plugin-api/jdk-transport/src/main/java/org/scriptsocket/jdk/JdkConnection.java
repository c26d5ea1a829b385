package org.scriptsocket.jdk;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.KeepAlive;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** One connection. What is not public happens on its strand, except where it says otherwise. */
final class JdkConnection implements TransportConnection {

    private enum State {
        DIALLING,
        OPEN,
        /** Our Close is on its way; nothing is told any more. */
        CLOSING,
        /** The end was told, or nothing is to be told any more. */
        ENDED;

        boolean isBefore(State other) {
            return compareTo(other) < 0;
        }
    }

    /** How often is looked whether the JDK has written its answer to a Close, of which it tells nothing; milliseconds. */
    private static final long LOOK = 5;

    private final JdkClient client;
    private final ConnectRequest request;
    private final TransportListener listener;
    private final Strand strand;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final KeepAlive keepAlive;
    private final EndProbe probe;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    /** Set at once by whoever closes it: what is sent after that is dropped. */
    private volatile boolean leaving;

    private volatile State state = State.DIALLING;
    /** Null until the handshake was accepted. */
    private @Nullable WebSocket socket;

    private boolean closeReceived;
    private Runnable deadline = () -> {};
    private Runnable closeTimer = () -> {};

    JdkConnection(JdkClient client, ConnectRequest request, TransportListener listener) {
        this.client = client;
        this.request = request;
        this.listener = listener;
        strand = new Strand(client.threads());
        incoming = new Incoming(this, request, strand);
        probe = new EndProbe(client, strand, incoming::isHeld, this::overlooked);
        outgoing = new Outgoing(client, request, strand, this::lost, probe::soon);
        keepAlive = new KeepAlive(this::after, request.limits(), this::ping, incoming::isHeld, this::lost);
    }

    /** On the thread of whoever opens it. */
    void begin() {
        deadline = after(request.timeoutMillis(), this::expire);
        client.threads().execute(this::dial);
    }

    /** In place of {@link #begin}. */
    void refuse(Failure failure) {
        strand.execute(() -> neverOpened(failure));
    }

    /** On a thread of its own, as the JDK looks the name up on it. */
    private void dial() {
        Answers.Ticket ticket = client.answers().begin(request.limits());
        CompletableFuture<WebSocket> dial;
        try {
            dial = Dial.begin(client, request, ticket, incoming);
        } catch (IllegalArgumentException e) {
            dial = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<WebSocket> unused = dial.whenComplete((opened, failure) -> {
            client.answers().end(ticket);
            strand.execute(() -> dialled(opened, failure, ticket));
        });
    }

    private void dialled(@Nullable WebSocket opened, @Nullable Throwable failure, Answers.Ticket ticket) {
        deadline.run();
        if (opened == null) {
            neverOpened(FailureText.of(failure, request, ticket.headers()));
        } else if (state == State.DIALLING) {
            opened(opened, ticket);
        } else {
            opened.abort();
            end();
        }
    }

    private void opened(WebSocket opened, Answers.Ticket ticket) {
        socket = opened;
        state = State.OPEN;
        outgoing.begin(opened);
        listener.onOpen(new HandshakeResponse(101, ticket.headers(), new byte[0]));
        incoming.begin(opened);
        keepAlive.begin();
        probe.begin(opened);
    }

    private Runnable after(long millis, Runnable task) {
        return client.after(millis, () -> strand.execute(task));
    }

    private void ping() {
        if (socket != null) {
            CompletableFuture<WebSocket> unused = socket.sendPing(ByteBuffer.allocate(0));
        }
    }

    private void neverOpened(Failure failure) {
        tell(failure);
        end();
    }

    private void expire() {
        if (state == State.DIALLING) {
            tell(new Failure.TimedOut());
        }
    }

    private void overlooked() {
        lost(new Failure.Lost(request.authority() + " closed the connection without a Close frame"));
    }

    // What incoming sees.

    void message(Message message) {
        if (state == State.OPEN) {
            listener.onMessage(message);
        }
    }

    /** Something came, or all that came was taken. */
    void active() {
        probe.active();
    }

    boolean dropsMessages() {
        return state != State.OPEN;
    }

    void pong() {
        keepAlive.pong();
        probe.pong();
    }

    /** @param answer to be completed for the JDK to answer the Close with the same code */
    void closed(CloseStatus status, CompletableFuture<Void> answer) {
        incoming.end();
        closeReceived = true;
        if (status.code() == CloseStatus.ABNORMAL) {
            overlooked();
            return;
        }
        if (status.code() != CloseStatus.NONE && !CloseStatus.isValid(status.code())) {
            tell(new Failure.Violation(
                    "Close frame with the code " + status.code(), new CloseStatus(CloseStatus.PROTOCOL_ERROR)));
            cut();
            return;
        }
        outgoing.drop();
        answer.complete(null);
        if (state == State.OPEN) {
            state = State.ENDED;
            listener.onClosed(status);
        }
        closeTimer.run();
        closeTimer = after(request.limits().closeTimeout().toMillis(), this::cut);
        awaitAnswerWritten();
    }

    private void awaitAnswerWritten() {
        if (socket == null || socket.isOutputClosed()) {
            cut();
        } else if (!gone.isDone()) {
            Runnable unused = after(LOOK, this::awaitAnswerWritten);
        }
    }

    /** The JDK has failed the connection; if because of what the peer sent, it has sent a Close itself. */
    void failed(Failure failure) {
        incoming.end();
        tell(failure);
        outgoing.drop();
        closeTimer.run();
        closeTimer = after(request.limits().closeTimeout().toMillis(), this::cut);
        awaitAnswerWritten();
    }

    /** The peer has broken a rule that we look after. */
    void violated(Failure.TooBig failure) {
        if (state == State.OPEN) {
            tell(failure);
            sayGoodbye(failure.sent());
        }
    }

    void lost(Failure.Lost failure) {
        tell(failure);
        cut();
    }

    // What the host asks for.

    @Override
    public void send(Message message) {
        if (state == State.OPEN && !leaving) {
            outgoing.add(message);
        }
    }

    @Override
    public void flush() {
        strand.execute(outgoing::write);
    }

    @Override
    public long unsent() {
        return outgoing.unsent();
    }

    @Override
    public void request(long n) {
        strand.execute(() -> incoming.demand(n));
    }

    @Override
    public void close(CloseStatus status) {
        leaving = true;
        strand.execute(() -> {
            if (state == State.DIALLING) {
                state = State.ENDED;
            } else if (state == State.OPEN) {
                state = State.CLOSING;
                sayGoodbye(status);
            }
        });
    }

    @Override
    public void abort() {
        strand.execute(() -> {
            boolean dialling = socket == null;
            state = State.ENDED;
            if (!dialling) {
                cut();
            }
        });
    }

    @Override
    public CompletionStage<Void> gone() {
        return gone.minimalCompletionStage();
    }

    /** The transport is closed: what the JDK has not ended by now ends with its client. On any thread. */
    void forget() {
        strand.execute(this::end);
    }

    private void sayGoodbye(CloseStatus status) {
        keepAlive.end();
        incoming.dropAll();
        outgoing.close(status, () -> {
            if (!closeReceived) {
                closeTimer = after(request.limits().closeTimeout().toMillis(), this::cut);
            }
        });
    }

    private void tell(Failure failure) {
        if (state.isBefore(State.CLOSING)) {
            state = State.ENDED;
            listener.onFailure(failure);
        }
    }

    private void cut() {
        if (socket != null) {
            socket.abort();
        }
        end();
    }

    private void end() {
        state = State.ENDED;
        deadline.run();
        closeTimer.run();
        keepAlive.end();
        probe.end();
        incoming.end();
        outgoing.drop();
        gone.complete(null);
    }
}
