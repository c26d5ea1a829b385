package org.scriptsocket.transport;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limit;

/**
 * A connection over a library that reads and writes frames: all that {@link TransportConnection} and {@link TransportListener} promise whatever the
 * library is. That is the look-up of the name and the address policy, what an answer must hold, demand and order, the joining of fragments, the limit
 * of a message, UTF-8, pings and pongs, the closing handshake, the deadlines of both, what is counted, and that the end is told once.
 *
 * <p>It lives on an executor that runs one task at a time, such as an event loop: it calls its {@link FrameLink} there, and the transport tells it there
 * what comes. The transport dials, speaks HTTP and the heads of frames, and sees writes that make no progress.
 */
public final class FramedConnection implements TransportConnection {

    private static final int SWITCHING = 101;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private enum State {
        /** The name is being looked up; the link has done nothing yet. */
        FINDING,
        DIALLING,
        OPEN,
        /** The listener knows of the end, or is not to be told. Until the socket ends, what comes is read and dropped. */
        ENDED
    }

    /** What the listener has to be told next, or a control frame. */
    private sealed interface Arrival {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Frame(int opcode, boolean fin, byte[] payload) implements Arrival {
        boolean isData() {
            return opcode <= BINARY;
        }
    }

    private record Ending(Failure failure) implements Arrival {}

    private final ConnectRequest request;
    private final TransportListener listener;
    private final Executor executor;
    private final FrameLink link;
    private final OpeningHandshake handshake;
    private final KeepAlive keepAlive;
    private final MessageParts parts;
    private final AtomicLong unsent = new AtomicLong();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    // What follows is touched on the executor only.
    /** In order; a frame that is not demanded holds up those behind it. */
    private final Deque<Arrival> arrived = new ArrayDeque<>();

    /** The head of an answer that is none to be accepted. */
    private @Nullable HandshakeResponse refusal;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private State state = State.FINDING;
    private boolean isDialled;
    private long demand;
    /** Frames that the link has and has not written. */
    private int queued;

    private boolean isPongQueued;
    /** The last ping that came while a pong waited to be written: it alone is answered (RFC 6455, section 5.5.3). */
    private byte @Nullable [] ping;

    /** The deadline of the connect begins now. */
    public FramedConnection(ConnectRequest request, TransportListener listener, Executor executor, FrameLink link) {
        this.request = request;
        this.listener = listener;
        this.executor = executor;
        this.link = link;
        handshake = new OpeningHandshake(request);
        keepAlive = new KeepAlive(this::after, request.limits(), this::ask, () -> !arrived.isEmpty(), this::fail);
        parts = new MessageParts(request.limits().messageIn());
        after(request.timeoutMillis(), () -> {
            if (isOpening()) {
                fail(refusal == null ? new Failure.TimedOut() : refusal(refusal));
            }
        });
    }

    /**
     * Refuses what the transport can not do; else looks the name up, asks the policy, and has the link dial. May be called on any thread.
     *
     * @param lookUps makes the thread on which the name is looked up, so that a slow one holds up nobody else
     */
    public void open(Transport transport, ThreadFactory lookUps) {
        Capability.refusal(transport, request)
                .ifPresentOrElse(
                        refusal -> run(() -> fail(refusal)),
                        () -> lookUps.newThread(this::lookUp).start());
    }

    private void lookUp() {
        InetSocketAddress address = new InetSocketAddress(request.host(), request.port());
        run(() -> dial(address));
    }

    private void dial(InetSocketAddress address) {
        Optional<String> refusal = address.isUnresolved()
                ? Optional.of("the name " + request.host() + " is not known")
                : request.policy().refusal(request.host(), address);
        if (refusal.isPresent()) {
            fail(new Failure.NotOpened(refusal.get()));
        } else if (state == State.FINDING) {
            state = State.DIALLING;
            isDialled = true;
            link.dial(address);
        }
    }

    /** The dial came to its end: there is a socket, or there will be none. */
    public void dialled(boolean isOpen) {
        if (isOpen) {
            proceed();
        } else {
            failed(new Failure.NotOpened("no connection to " + request.authority()));
        }
    }

    /** All header lines of the request to send, in order. */
    public List<HeaderField> headers() {
        return handshake.headers();
    }

    /**
     * The head of an answer came. An interim one (1xx) is passed over.
     *
     * @param version as it stands in the status line, {@code HTTP/1.1}
     * @return whether the handshake is accepted, so that frames come from now on
     */
    public boolean answered(String version, int status, List<HeaderField> headers) {
        if (state != State.DIALLING || status < 200 && status != SWITCHING) {
            return false;
        }
        HandshakeResponse head = new HandshakeResponse(status, headers, new byte[0]);
        if (status != SWITCHING) {
            refusal = head;
            return false;
        }
        Optional<String> problem =
                version.equals("HTTP/1.1") ? handshake.problem(head) : Optional.of(version + " has no upgrade");
        problem.ifPresentOrElse(which -> fail(new Failure.BadHandshake(which, head)), () -> {
            state = State.OPEN;
            listener.onOpen(head);
            keepAlive.begin();
        });
        return problem.isEmpty();
    }

    /** A part of the body of the answer came; no effect unless it refuses. */
    public void answeredBody(byte[] part, boolean isLast) {
        if (refusal != null && isOpening()) {
            long room = request.limits().responseBody() - body.size();
            body.write(part, 0, (int) Math.min(room, part.length));
            if (isLast || room <= part.length) {
                fail(refusal(refusal));
            }
        }
    }

    private Failure refusal(HandshakeResponse head) {
        return new Failure.WrongStatus(new HandshakeResponse(head.status(), head.headers(), body.toByteArray()));
    }

    /** A frame came; {@link #readEnded} says when that was all for now. */
    public void arrived(int opcode, boolean fin, byte[] payload) {
        arrived.add(new Frame(opcode, fin, payload));
    }

    /** It ends because of that, which is told after all that came before. A Close frame that the failure names is sent. */
    public void failed(Failure failure) {
        arrived.add(new Ending(failure));
        proceed();
    }

    /**
     * The peer broke a rule of RFC 6455, and is told so after all that came before.
     *
     * @param code 1002, 1007, or 1009 for a frame over {@code message-in}
     */
    public void broken(int code, String what) {
        long limit = request.limits().messageIn();
        failed(
                code == CloseStatus.TOO_BIG
                        ? new Failure.TooBig(limit + 1, limit)
                        : new Failure.Violation(what, new CloseStatus(code)));
    }

    /** All that one read brought was told. */
    public void readEnded() {
        proceed();
    }

    /** There was no progress in writing for the time of {@code write-timeout}; no effect if nothing waits. */
    public void stalled() {
        if (queued > 0) {
            failed(Failure.Lost.stalled(request.limits().writeTimeout()));
            link.end();
        }
    }

    /** The socket is gone, or it is sure that there never will be one. What had arrived is still told as it is demanded. */
    public void ended() {
        gone.complete(null);
    }

    @Override
    public void send(Message message) {
        int size = message.length();
        count(size);
        int opcode = message.type() == Message.Type.TEXT ? TEXT : BINARY;
        run(() -> write(opcode, message.payload().duplicate(), () -> written(size)));
    }

    @Override
    public void flush() {
        run(() -> {
            if (isDialled) {
                link.flush();
            }
        });
    }

    @Override
    public long unsent() {
        return unsent.get();
    }

    @Override
    public void request(long n) {
        run(() -> {
            demand = n > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + n;
            proceed();
        });
    }

    @Override
    public void close(CloseStatus status) {
        run(() -> {
            if (isOpening()) {
                end();
            } else {
                leave(status);
                forget();
                proceed();
            }
        });
    }

    @Override
    public void abort() {
        run(this::end);
    }

    @Override
    public CompletionStage<Void> gone() {
        return gone.minimalCompletionStage();
    }

    private void proceed() {
        Arrival next = arrived.peek();
        while (next != null && isDone(next)) {
            arrived.poll();
            next = arrived.peek();
        }
        if (isDialled) {
            link.flush();
        }
        if (isDialled && next == null) {
            link.read();
        }
    }

    /** Takes one thing, unless it has to wait for demand or for room. */
    private boolean isDone(Arrival next) {
        if (next instanceof Frame frame) {
            return isTaken(frame);
        }
        if (state != State.ENDED && next instanceof Ending ending) {
            lost(ending.failure());
        }
        return true;
    }

    private boolean isTaken(Frame frame) {
        boolean isWanted = frame.isData() && state != State.ENDED;
        if (isWanted && (demand == 0 || !hasRoom(frame.payload().length))) {
            return false;
        }
        show(frame);
        if (isWanted) {
            take(frame);
        } else if (state != State.ENDED) {
            control(frame);
        }
        return true;
    }

    private boolean hasRoom(int size) {
        return request.buffers().receive(size, () -> run(this::proceed));
    }

    private void take(Frame frame) {
        parts.take(frame.opcode(), frame.fin(), frame.payload()).ifPresentOrElse(this::lost, () -> {
            if (frame.fin()) {
                demand -= demand == Long.MAX_VALUE ? 0 : 1;
                request.buffers().received();
                listener.onMessage(parts.whole());
            }
        });
    }

    private void control(Frame frame) {
        if (frame.opcode() == CLOSE) {
            CloseBody.problem(frame.payload()).ifPresentOrElse(this::lost, () -> {
                CloseStatus status = CloseBody.status(frame.payload());
                leave(status);
                tell(told -> told.onClosed(status));
            });
        } else if (frame.opcode() == PING) {
            answer(frame.payload());
        } else {
            keepAlive.pong();
        }
    }

    private void ask() {
        count(0);
        write(PING, ByteBuffer.allocate(0), () -> written(0));
        link.flush();
    }

    private void answer(byte[] payload) {
        if (isPongQueued) {
            ping = payload;
            return;
        }
        isPongQueued = true;
        count(payload.length);
        write(PONG, ByteBuffer.wrap(payload), () -> {
            written(payload.length);
            isPongQueued = false;
            byte[] next = ping;
            ping = null;
            if (next != null) {
                answer(next);
                link.flush();
            }
        });
    }

    private void lost(Failure failure) {
        CloseStatus sent = failure.sent();
        if (sent == null) {
            fail(isOpening() && failure instanceof Failure.Lost ? unanswered() : failure);
        } else {
            leave(sent);
            tell(told -> told.onFailure(failure));
        }
    }

    private Failure unanswered() {
        return refusal == null
                ? new Failure.NotOpened(request.authority() + " ended it before its answer")
                : refusal(refusal);
    }

    /** Sends a Close as the last frame. The peer ends the socket, or it is ended when the peer had its time. */
    private void leave(CloseStatus status) {
        if (state == State.OPEN) {
            ByteBuffer body = CloseBody.of(status);
            int size = body.remaining();
            count(size);
            write(CLOSE, body, () -> {
                written(size);
                after(request.limits().get(Limit.CLOSE_TIMEOUT), link::end);
            });
        }
    }

    private void write(int opcode, ByteBuffer payload, Runnable written) {
        if (state != State.OPEN) {
            written.run();
            return;
        }
        FrameObserver observer = request.observer();
        if (observer != null) {
            observer.onFrame(FrameObserver.Direction.OUT, opcode, true, payload.remaining(), payload.duplicate());
        }
        queued++;
        link.write(opcode, payload, () -> {
            queued--;
            written.run();
        });
    }

    private void show(Frame frame) {
        FrameObserver observer = request.observer();
        if (observer != null) {
            byte[] payload = frame.payload();
            observer.onFrame(
                    FrameObserver.Direction.IN, frame.opcode(), frame.fin(), payload.length, ByteBuffer.wrap(payload));
        }
    }

    private void count(int size) {
        unsent.addAndGet(size);
        request.buffers().send(size + BufferMeter.MESSAGE);
    }

    private void written(int size) {
        unsent.addAndGet(-size);
        request.buffers().sent(size + BufferMeter.MESSAGE);
    }

    private void fail(Failure failure) {
        tell(told -> told.onFailure(failure));
        end();
    }

    private void tell(Consumer<TransportListener> end) {
        if (state != State.ENDED) {
            forget();
            end.accept(listener);
        }
    }

    private void forget() {
        keepAlive.end();
        state = State.ENDED;
        request.buffers().received();
    }

    private void end() {
        forget();
        if (isDialled) {
            link.end();
        } else {
            ended();
        }
    }

    private boolean isOpening() {
        return state == State.FINDING || state == State.DIALLING;
    }

    /** @return nothing that has an effect: what is late finds that the state is another */
    private Runnable after(long millis, Runnable task) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, this::run)
                .execute(task);
        return () -> {};
    }

    private void run(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // The transport was closed, and with it this connection.
            gone.complete(null);
        }
    }
}
