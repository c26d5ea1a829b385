package org.scriptsocket.jetty;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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

/** Takes the frames that Jetty reads, as long as messages are demanded, and makes messages of them. */
final class FrameReader implements FrameHandler {

    private final JettyConnection connection;
    private final AtomicLong demanded = new AtomicLong();
    /** Whether Jetty was asked for a frame and has not brought it yet. */
    private final AtomicBoolean fetching = new AtomicBoolean();

    private @Nullable HandshakeResponse response;
    private @Nullable FramedEndPoint endPoint;
    private @Nullable MessageAssembler assembler;
    /** Null until open. */
    private volatile @Nullable CoreSession session;

    FrameReader(JettyConnection connection) {
        this.connection = connection;
    }

    /** What the next {@link #onOpen} tells. */
    void accepted(HandshakeResponse accepted, FramedEndPoint framed) {
        response = accepted;
        endPoint = framed;
        assembler = new MessageAssembler(framed.heads());
    }

    void request(long n) {
        demanded.updateAndGet(before -> before + n < 0 ? Long.MAX_VALUE : before + n);
        pump();
    }

    /** Asks Jetty for the next frame if there is reason to. */
    void pump() {
        CoreSession open = session;
        if (open != null && isWanted() && fetching.compareAndSet(false, true)) {
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
        fetching.set(false);
        if (frame.getOpCode() == OpCode.PING) {
            connection.outbox().pong(frame.getPayload());
        } else if (frame.isDataFrame() && connection.isOpen()) {
            assemble(frame);
        }
        callback.succeeded();
        pump();
    }

    /** Only when Jetty ends the connection for a reason that {@link FramedEndPoint} did not see. */
    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
        connection.client().hand(() -> connection.lost(FailureText.lost(cause, connection.request())));
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
        connection
                .client()
                .hand(() -> connection.lost(
                        "the connection to " + connection.request().authority() + " broke"));
    }

    /** Pongs that the peer does not read must not pile up; after a Close everything is read, and dropped. */
    private boolean isWanted() {
        return (demanded.get() > 0 || !connection.isOpen())
                && connection.outbox().takesPongs();
    }

    private void assemble(Frame frame) {
        MessageAssembler pieces = Objects.requireNonNull(assembler);
        if (!pieces.add(frame)) {
            violated();
        } else if (frame.isFin()) {
            Message message = pieces.take();
            demanded.updateAndGet(before -> before == Long.MAX_VALUE ? before : before - 1);
            connection.arrived(message);
        }
    }

    private void violated() {
        Objects.requireNonNull(endPoint).ignoreTheRest();
        String what = "Text message is not valid UTF-8";
        var status = new org.scriptsocket.transport.CloseStatus(org.scriptsocket.transport.CloseStatus.BAD_DATA, what);
        connection.broken(new Failure.Violation(what, status), status);
    }
}
