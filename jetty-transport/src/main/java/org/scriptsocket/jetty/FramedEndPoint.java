package org.scriptsocket.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.NetworkTrouble;

/**
 * Stands between Jetty's WebSocket connection and its socket: shows Jetty only the frames that count, sees every end, and lets the
 * socket live on after a Close frame, so that the peer gets it.
 */
final class FramedEndPoint extends EndPointWrapper {

    /** Reads on end, before the other connections of the selector have their turn: one whose peer never stops must not starve them. */
    private static final int TURN = 4;

    private final JettyConnection connection;
    private final FrameHeads heads;
    /** Null until the first write; only whoever writes looks at it. */
    private @Nullable WriteWatch watch;
    /** What came with the 101; null when it was read. */
    private @Nullable ByteBuffer early;
    /** Reads since the selector has told that there is something; only whoever reads looks at it. */
    private int reads;
    /** Whether all that comes is read and thrown away. */
    private volatile boolean ignoring;
    /** Why the peer can not be written to any more, or null; what it sent before is still read, and then the end, once more. */
    private volatile Failure.@Nullable Lost unwritable;

    FramedEndPoint(EndPoint socket, JettyConnection connection, boolean compression) {
        super(socket);
        this.connection = connection;
        ConnectRequest request = connection.request();
        heads = new FrameHeads(request.limits().messageIn(), compression, request.observer());
    }

    FrameHeads heads() {
        return heads;
    }

    void ignoreTheRest() {
        ignoring = true;
    }

    /** Jetty would do it after any Close frame; but the peer's answer is to come first. */
    @Override
    public void shutdownOutput() {
        // see endOutput
    }

    void endOutput() {
        unwrap().shutdownOutput();
    }

    /** As Jetty's own, but for the bytes that came with the 101: they are read through {@link #fill}. */
    @Override
    public void upgrade(Connection next) {
        Connection before = unwrap().getConnection();
        if (before instanceof Connection.UpgradeFrom from) {
            early = from.onUpgradeFrom();
        }
        before.onClose(null);
        unwrap().setConnection(next);
        next.onOpen();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = ignoring ? discard() : fillFrames(buffer);
        if (filled < 0) {
            Failure.Lost why = unwritable;
            String fin = connection.request().authority() + " closed the connection without a Close frame";
            connection.lost(why == null ? new Failure.Lost(fin) : why);
        }
        return filled;
    }

    /** Reads stay on the selector's thread: nothing that a frame leads to blocks. */
    @Override
    public void fillInterested(Callback callback) {
        super.fillInterested(
                Callback.from(Invocable.InvocationType.NON_BLOCKING, () -> readable(callback), callback::failed));
    }

    private void readable(Callback callback) {
        reads = 0;
        connection.reads(callback::succeeded);
    }

    @Override
    public void write(Callback callback, ByteBuffer... buffers) {
        if (unwritable != null) {
            callback.succeeded();
            return;
        }
        WriteWatch begun = watch();
        begun.begin(buffers);
        super.write(
                Callback.from(
                        callback.getInvocationType(),
                        () -> written(begun, callback),
                        failure -> unwritten(begun, failure, callback)),
                buffers);
        begun.pending();
    }

    private int fillFrames(ByteBuffer buffer) {
        while (heads.end() == null) {
            int begin = buffer.limit();
            int held = heads.appendHeld(buffer);
            int filled = read(buffer);
            buffer.limit(filled <= 0 ? begin : heads.scan(buffer, begin + held, held));
            if (filled <= 0 || buffer.limit() > begin) {
                return filled <= 0 ? filled : buffer.limit() - begin;
            }
        }
        return end(heads.end());
    }

    /** Jetty has taken all frames before the end. */
    private int end(@Nullable StreamEnd end) {
        ignoring = true;
        if (end != null) {
            end.tell(connection);
        }
        return discard();
    }

    private int read(ByteBuffer buffer) {
        if (early != null) {
            int copied = BufferUtil.append(buffer, early);
            early = early.hasRemaining() ? early : null;
            if (copied > 0) {
                return copied;
            }
        }
        if (reads++ >= TURN) {
            // Jetty asks the selector, which looks at the others first
            return 0;
        }
        try {
            return super.fill(buffer);
        } catch (IOException e) {
            connection.lost(NetworkTrouble.lost(e, connection.request().authority()));
            return -1;
        }
    }

    private int discard() {
        early = null;
        ByteBuffer scratch = BufferUtil.allocate(4 << 10);
        int filled = 1;
        while (filled > 0) {
            filled = read(scratch.clear().limit(0));
        }
        return filled;
    }

    private WriteWatch watch() {
        if (watch == null) {
            watch = new WriteWatch(
                    connection.client().timers(),
                    connection.request().limits().writeTimeout(),
                    () -> connection.client().hand(connection::stalled));
        }
        return watch;
    }

    private void written(WriteWatch begun, Callback callback) {
        begun.end();
        callback.succeeded();
    }

    /** A reset is seen here before it is read. Were the socket closed now, what the peer sent before would be lost. */
    private void unwritten(WriteWatch begun, Throwable failure, Callback callback) {
        unwritable = NetworkTrouble.lost(failure, connection.request().authority());
        begun.end();
        callback.succeeded();
    }
}
