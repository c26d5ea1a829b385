package org.scriptsocket.kit.memory;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.Timers;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.transport.BufferMeter;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.KeepAlive;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.OpeningHandshake;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** The client's end. What is public may be called on any thread; everything else happens on the timers' one. */
final class MemoryConnection implements TransportConnection {

    private enum State {
        DIALLING,
        OPEN,
        /** A Close frame of ours is on its way, or was taken; nothing is told any more. */
        CLOSING,
        GONE;

        boolean isBefore(State other) {
            return compareTo(other) < 0;
        }
    }

    private sealed interface Arriving {}

    private record FrameArrives(Frame frame) implements Arriving {}

    private record EndArrives(Seen.How how) implements Arriving {}

    private final ConnectRequest request;
    private final TransportListener listener;
    private final Timers timers;
    private final Consumer<MemoryConnection> forget;
    private final Assembler assembler;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private final AtomicBoolean leaving = new AtomicBoolean();
    private final AtomicLong unsent = new AtomicLong();
    /** Sent and not flushed; guarded by itself. */
    private final Deque<Message> unflushed = new ArrayDeque<>();

    private volatile State state = State.DIALLING;
    private @Nullable MemoryPeer peer;
    private final Deque<Arriving> arriving = new ArrayDeque<>();
    private long demand;
    private int untaken;
    private boolean closeTaken;
    private boolean closeReceived;
    /** The peer has reset: what is written goes nowhere, but what came before is still to be read. */
    private volatile boolean reset;
    /** Null until the head of a refusal was read. */
    private @Nullable HandshakeResponse refusal;

    private final KeepAlive keepAlive;
    private Runnable deadline = () -> {};
    private Runnable writeTimer = () -> {};
    private Runnable closeTimer = () -> {};

    MemoryConnection(
            ConnectRequest request, TransportListener listener, Timers timers, Consumer<MemoryConnection> forget) {
        this.request = request;
        this.listener = listener;
        this.timers = timers;
        this.forget = forget;
        assembler = new Assembler(request.limits().messageIn());
        keepAlive = new KeepAlive(
                (millis, task) -> timers.after(TimeUnit.MILLISECONDS.toNanos(millis), task),
                request.limits(),
                () -> write(Frame.of(Frame.PING, new byte[0]), 0),
                () -> !arriving.isEmpty(),
                why -> fail(why, Seen.How.RST));
    }

    @Override
    public void send(Message message) {
        synchronized (unflushed) {
            if (state == State.OPEN && !leaving.get()) {
                unflushed.add(message);
                waits(message.length());
                request.buffers().send(BufferMeter.MESSAGE);
            }
        }
    }

    @Override
    public void flush() {
        later(this::writeUnflushed);
    }

    @Override
    public long unsent() {
        return reset || state == State.GONE ? 0 : Math.max(0, unsent.get());
    }

    @Override
    public void request(long n) {
        later(() -> {
            demand = Math.min(demand, Long.MAX_VALUE - n) + n;
            pump();
        });
    }

    @Override
    public void close(CloseStatus status) {
        if (state == State.DIALLING) {
            abort();
        } else if (leaving.compareAndSet(false, true)) {
            later(() -> beginClose(status));
        }
    }

    @Override
    public void abort() {
        leaving.set(true);
        later(() -> end(Seen.How.RST));
    }

    @Override
    public CompletionStage<Void> gone() {
        return gone.minimalCompletionStage();
    }

    private void later(Runnable task) {
        timers.after(0, task);
    }

    void dial(Supplier<MemoryPeer> peers) {
        if (state != State.DIALLING) {
            return;
        }
        Optional<String> refused = MemoryAddress.refusal(request);
        if (refused.isPresent()) {
            fail(new Failure.NotOpened(refused.get()), Seen.How.RST);
            return;
        }
        MemoryPeer to = peers.get();
        peer = to;
        to.connected(request);
    }

    /** Begins with the call of open, not with the dial. */
    void armDeadline() {
        deadline = timers.after(TimeUnit.MILLISECONDS.toNanos(request.timeoutMillis()), this::expire);
    }

    private void expire() {
        if (state == State.DIALLING) {
            HandshakeResponse part = refusal;
            fail(part == null ? new Failure.TimedOut() : new Failure.WrongStatus(part), Seen.How.RST);
        }
    }

    /** A 101. */
    void accepted(HandshakeResponse response, String key) {
        if (state != State.DIALLING || leaving.get()) {
            return;
        }
        Optional<String> problem = new OpeningHandshake(request, key).problem(response);
        if (problem.isPresent()) {
            fail(new Failure.BadHandshake(problem.get(), response), Seen.How.FIN);
            return;
        }
        deadline.run();
        state = State.OPEN;
        keepAlive.begin();
        listener.onOpen(response);
    }

    /** Another status, its body whole or not. */
    void refused(HandshakeResponse response, boolean whole) {
        if (state != State.DIALLING) {
            return;
        }
        int kept = (int) Math.min(request.limits().responseBody(), response.body().length);
        refusal = new HandshakeResponse(response.status(), response.headers(), Arrays.copyOf(response.body(), kept));
        if (whole) {
            fail(new Failure.WrongStatus(refusal), Seen.How.FIN);
        }
    }

    void arrives(Frame frame) {
        arriving.add(new FrameArrives(frame));
        pump();
    }

    void arrivesEnd(Seen.How how) {
        if (state == State.DIALLING) {
            HandshakeResponse part = refusal;
            fail(part == null ? notAnswered(how) : new Failure.WrongStatus(part), Seen.How.FIN);
        } else {
            arriving.add(new EndArrives(how));
            if (how == Seen.How.RST) {
                forgetUntaken();
            }
            pump();
        }
    }

    private void forgetUntaken() {
        reset = true;
        untaken = 0;
        writeTimer.run();
    }

    private Failure notAnswered(Seen.How how) {
        return new Failure.NotOpened(request.authority()
                + (how == Seen.How.FIN ? " closed" : " reset")
                + " the connection before it had answered");
    }

    /** Reads on up to a frame of data that is not demanded; after a Close, everything. */
    private void pump() {
        while (!arriving.isEmpty() && (state == State.CLOSING || state == State.OPEN && isWanted(arriving.element()))) {
            Arriving next = arriving.remove();
            if (next instanceof FrameArrives arrived) {
                read(arrived.frame());
            } else if (next instanceof EndArrives end) {
                lost(end.how());
            }
        }
    }

    private boolean isWanted(Arriving next) {
        if (!(next instanceof FrameArrives arrived) || arrived.frame().isControl()) {
            return true;
        }
        return demand > 0 && request.buffers().receive(arrived.frame().payload().length, () -> later(this::pump));
    }

    private void waits(int more) {
        unsent.addAndGet(more);
        if (more >= 0) {
            request.buffers().send(more);
        } else {
            request.buffers().sent(-more);
        }
    }

    private void read(Frame frame) {
        observe(FrameObserver.Direction.IN, frame);
        try {
            FrameRules.check(frame);
            if (frame.opcode() == Frame.CLOSE) {
                closedBy(frame.status());
            } else if (frame.opcode() == Frame.PING) {
                write(Frame.of(Frame.PONG, frame.payload()), frame.payload().length);
            } else if (frame.opcode() == Frame.PONG) {
                keepAlive.pong();
            } else if (!frame.isControl()) {
                deliver(assembler.accept(frame));
            }
        } catch (BrokenRule e) {
            broken(e.failure());
        }
    }

    private void deliver(@Nullable Message message) {
        if (message != null && state == State.OPEN && !leaving.get()) {
            demand--;
            request.buffers().received();
            listener.onMessage(message);
        }
    }

    private void closedBy(CloseStatus status) {
        closeReceived = true;
        if (state == State.OPEN) {
            if (!leaving.get()) {
                listener.onClosed(status);
            }
            beginClose(status);
        } else if (closeTaken) {
            end(Seen.How.FIN);
        }
    }

    private void broken(Failure failure) {
        CloseStatus status = failure.sent();
        if (state == State.OPEN && !leaving.get() && status != null) {
            closeReceived = true; // The answer to this one is not waited for.
            listener.onFailure(failure);
            beginClose(status);
        } else {
            end(Seen.How.RST);
        }
    }

    private void lost(Seen.How how) {
        String what = how == Seen.How.FIN ? " closed the connection without a Close frame" : " reset the connection";
        fail(new Failure.Lost(request.authority() + what), Seen.How.FIN);
    }

    private void beginClose(CloseStatus status) {
        if (state == State.OPEN) {
            writeUnflushed();
            state = State.CLOSING;
            keepAlive.end();
            write(Frame.close(status), 0);
            pump();
        }
    }

    private void writeUnflushed() {
        synchronized (unflushed) {
            for (Message message = unflushed.poll(); message != null; message = unflushed.poll()) {
                if (state == State.OPEN) {
                    give(Frame.of(message));
                }
            }
        }
    }

    private void write(Frame frame, int counted) {
        waits(counted);
        give(frame);
    }

    private void give(Frame frame) {
        if (!reset && untaken++ == 0) {
            restartWriteTimer();
        }
        observe(FrameObserver.Direction.OUT, frame);
        MemoryPeer to = peer;
        if (to != null) {
            // Not at once: what a peer does must not run inside what led to it.
            later(() -> to.arrives(frame.asMasked()));
        }
    }

    /** The peer took a frame. */
    void taken(Frame frame) {
        untaken--;
        waits(frame.opcode() == Frame.CLOSE ? 0 : -frame.payload().length);
        if (!frame.isControl()) {
            request.buffers().sent(BufferMeter.MESSAGE);
        }
        restartWriteTimer();
        if (frame.opcode() == Frame.CLOSE && state == State.CLOSING) {
            closeTaken = true;
            if (closeReceived) {
                end(Seen.How.FIN);
            } else {
                closeTimer = timers.after(request.limits().closeTimeout().toNanos(), () -> end(Seen.How.RST));
            }
        }
    }

    /** Only what the peer takes is progress; what is written after it is none. */
    private void restartWriteTimer() {
        writeTimer.run();
        writeTimer = untaken == 0 || state == State.GONE
                ? () -> {}
                : timers.after(request.limits().writeTimeout().toNanos(), this::stalled);
    }

    private void stalled() {
        fail(Failure.Lost.stalled(request.limits().writeTimeout()), Seen.How.RST);
    }

    private void fail(Failure failure, Seen.How how) {
        boolean silent = leaving.get() || !state.isBefore(State.CLOSING);
        end(how, silent ? () -> {} : () -> listener.onFailure(failure));
    }

    private void end(Seen.How how) {
        end(how, () -> {});
    }

    private void end(Seen.How how, Runnable tell) {
        if (state == State.GONE) {
            return;
        }
        state = State.GONE;
        tell.run();
        keepAlive.end();
        deadline.run();
        writeTimer.run();
        closeTimer.run();
        arriving.clear();
        synchronized (unflushed) {
            unflushed.clear();
        }
        MemoryPeer left = peer;
        if (left != null) {
            later(() -> left.ended(how));
        }
        forget.accept(this);
        gone.complete(null);
    }

    private void observe(FrameObserver.Direction direction, Frame frame) {
        FrameObserver observer = request.observer();
        if (observer != null) {
            observer.onFrame(
                    direction, frame.opcode(), frame.fin(), frame.payload().length, ByteBuffer.wrap(frame.payload()));
        }
    }
}
