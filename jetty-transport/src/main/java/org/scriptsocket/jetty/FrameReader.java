package org.scriptsocket.jetty;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.NetworkTrouble;

/** Takes the frames that Jetty reads, those of data as long as messages are demanded, and makes messages of them. */
final class FrameReader implements FrameHandler {

    private record Held(Frame frame, Callback callback) {}

    private final JettyConnection connection;
    /** Messages; guarded by this, as is {@link #held}. */
    private long demanded;
    /**
     * A frame of data that came without demand, or null. While there is one nothing is read; until then pings, a Close frame and the end
     * are seen without demand.
     */
    private @Nullable Held held;
    /** A frame of data that waits for room in the buffers of the host, or null; then nothing is read either. */
    private final AtomicReference<@Nullable Held> starved = new AtomicReference<>();
    /** Whether the message under way has taken room. One call at a time. */
    private boolean counted;
    /** Whether Jetty was asked for a frame, and that was not taken yet. */
    private final AtomicBoolean fetching = new AtomicBoolean();

    private @Nullable HandshakeResponse response;
    private @Nullable FramedEndPoint endPoint;
    private volatile @Nullable MessageAssembler assembler;
    /** Null until open. */
    private volatile @Nullable CoreSession session;

    FrameReader(JettyConnection connection) {
        this.connection = connection;
    }

    /** What the next {@link #onOpen} tells. */
    void accepted(HandshakeResponse accepted, FramedEndPoint framed, @Nullable Compression compression) {
        response = accepted;
        endPoint = framed;
        long limit = connection.request().limits().messageIn();
        assembler = new MessageAssembler(framed.heads(), limit, compression);
    }

    /** The connection has ended. */
    void end() {
        MessageAssembler pieces = assembler;
        if (pieces != null) {
            pieces.end();
        }
    }

    void request(long n) {
        synchronized (this) {
            demanded = Math.min(demanded, Long.MAX_VALUE - n) + n;
        }
        goOn(release());
    }

    /** Whether nothing is read, because nothing is demanded or there is no room. */
    synchronized boolean isHeldUp() {
        return held != null || starved.get() != null;
    }

    /** After a Close everything is read, and dropped. */
    void closing() {
        goOn(starved.getAndSet(null));
        goOn(release());
    }

    private synchronized @Nullable Held release() {
        Held first = held;
        held = null;
        return first;
    }

    /** Not on this thread: what it tells must not come from inside a call into the transport. */
    private void goOn(@Nullable Held first) {
        if (first == null) {
            pump();
        } else {
            connection.client().hand(() -> read(first));
        }
    }

    /** Asks Jetty for the next frame, unless there is one on its way. */
    void pump() {
        CoreSession open = session;
        if (open != null && fetching.compareAndSet(false, true)) {
            open.demand();
        }
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        boolean inTime = connection.opened(opened, Objects.requireNonNull(response));
        response = null;
        callback.succeeded();
        if (inTime) {
            session = opened;
            pump();
        } else {
            opened.abort();
        }
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        if (isPlain(frame)) {
            take(frame, callback);
        } else {
            read(new Held(frame, callback));
        }
    }

    /** Whether it is a whole message that is demanded, which is nothing to keep here, and so needs no room. */
    private boolean isPlain(Frame frame) {
        return frame.isDataFrame()
                && Objects.requireNonNull(assembler).isWhole(frame)
                && connection.isOpen()
                && isDemanded();
    }

    private synchronized boolean isDemanded() {
        return demanded > 0;
    }

    private void read(Held arrived) {
        Frame frame = arrived.frame();
        boolean whole = false;
        while (!whole && (!frame.isDataFrame() || admits(arrived))) {
            whole = take(frame, arrived.callback());
        }
    }

    /** Or else holds it, until it is demanded and there is room. */
    private boolean admits(Held arrived) {
        if (!connection.isOpen() || !isHeld(arrived) && hasRoom(arrived)) {
            return true;
        }
        connection.keepAlive().heldUp();
        return false;
    }

    private synchronized boolean isHeld(Held arrived) {
        held = demanded == 0 ? arrived : null;
        return held != null;
    }

    private boolean hasRoom(Held arrived) {
        starved.set(arrived);
        counted = true;
        int most = Objects.requireNonNull(assembler).room(arrived.frame());
        boolean room = connection.request().buffers().receive(most, () -> goOn(starved.getAndSet(null)));
        return room && starved.compareAndSet(arrived, null);
    }

    /** False if it holds more, for which there has to be room first. */
    private boolean take(Frame frame, Callback callback) {
        if (frame.getOpCode() == OpCode.PING) {
            connection.outbox().pong(frame.getPayload());
        } else if (frame.getOpCode() == OpCode.PONG) {
            connection.keepAlive().pong();
        } else if (frame.isDataFrame() && connection.isOpen() && !assemble(frame)) {
            return false;
        }
        callback.succeeded();
        fetching.set(false);
        pump();
        return true;
    }

    /** Only when Jetty ends the connection for a reason that {@link FramedEndPoint} did not see. */
    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
        connection
                .client()
                .hand(() -> connection.lost(
                        NetworkTrouble.lost(cause, connection.request().authority())));
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
        connection.client().hand(() -> connection.lost(FailureText.broken(connection.request())));
    }

    private synchronized void taken() {
        demanded -= demanded == Long.MAX_VALUE ? 0 : 1;
    }

    private boolean assemble(Frame frame) {
        MessageAssembler pieces = Objects.requireNonNull(assembler);
        Failure problem = pieces.add(frame);
        if (problem != null) {
            broken(problem);
        } else if (pieces.hasMore()) {
            return false;
        } else if (frame.isFin()) {
            Message message = pieces.take();
            taken();
            if (counted) {
                counted = false;
                connection.request().buffers().received();
            }
            connection.arrived(message);
        }
        return true;
    }

    private void broken(Failure problem) {
        Objects.requireNonNull(endPoint).ignoreTheRest();
        connection.broken(problem, Objects.requireNonNull(problem.sent()));
    }
}
