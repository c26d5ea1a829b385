package org.scriptsocket.kit.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.FrameReader;
import org.scriptsocket.kit.peer.PeerEnd;
import org.scriptsocket.kit.peer.PeerRecorder;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.transport.CloseStatus;

/** The frames of one connection, read on its own thread and written by any. */
final class ServerConnection implements PeerEnd {

    private final Wire wire;
    private final PeerRecorder recorder;
    private final RecordedConnection record;
    private final FrameReader frames;
    private boolean closeSent;
    private boolean closeReceived;

    ServerConnection(Wire wire, PeerRecorder recorder) {
        this.wire = wire;
        this.recorder = recorder;
        frames = new FrameReader(wire.in());
        record = recorder.begin(this);
    }

    RecordedConnection record() {
        return record;
    }

    Wire wire() {
        return wire;
    }

    /**
     * Waits for the next frame.
     *
     * @throws EOFException when there is none any more; what the end was has been recorded
     */
    Frame next() throws IOException {
        wire.flush();
        Frame frame = frames.read();
        if (frame == null) {
            record.saw(new Seen.Ended(Seen.How.FIN));
            throw new EOFException();
        }
        record.saw(new Seen.Received(frame));
        closeReceived |= frame.opcode() == Frame.CLOSE;
        if (!frame.masked()) {
            recorder.problem("a frame without a mask: " + frame);
            close(new CloseStatus(CloseStatus.PROTOCOL_ERROR, "frame without a mask"));
        }
        return frame;
    }

    /** Answers a ping or a Close, as every endpoint does. */
    void answer(Frame frame) throws IOException {
        if (frame.opcode() == Frame.PING) {
            write(Frame.of(Frame.PONG, frame.payload()));
        } else if (frame.opcode() == Frame.CLOSE) {
            close(frame.status());
        }
    }

    /** Close frame, the other side's Close frame, FIN, the other side's FIN. Ends by an {@link EOFException}. */
    void close(CloseStatus status) throws IOException {
        if (!closeSent) {
            closeSent = true;
            write(Frame.close(status));
        }
        while (!closeReceived) {
            next();
        }
        wire.finish();
        ignore();
    }

    /** Reads until the end, which comes as an {@link EOFException}. */
    void ignore() throws IOException {
        while (!wire.isClosed()) {
            next();
        }
        throw new EOFException();
    }

    void write(Frame frame) throws IOException {
        record.sent(frame);
        wire.write(frame.encode());
    }

    @Override
    public void send(Frame frame) {
        act(() -> {
            wire.write(frame.encode());
            wire.flush();
        });
    }

    @Override
    public void fin() {
        act(wire::finish);
    }

    @Override
    public void reset() {
        act(wire::reset);
    }

    private interface Action {
        void run() throws IOException;
    }

    private void act(Action action) {
        if (wire.isClosed()) {
            return;
        }
        try {
            action.run();
        } catch (IOException e) {
            if (!wire.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
