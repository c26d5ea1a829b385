package org.scriptsocket.websocket;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.LoggedFailure;
import org.scriptsocket.transport.FrameLine;
import org.scriptsocket.transport.FrameObserver;
import org.slf4j.Logger;

/** Shows the frames of a connection to the host's observer, and to the log where it is at TRACE when the connection begins. */
final class FrameTap implements FrameObserver {

    private final String connection;
    private final @Nullable FrameObserver observer;
    private final Logger log;
    private final boolean logged;

    private FrameTap(String connection, @Nullable FrameObserver observer, Logger log, boolean logged) {
        this.connection = connection;
        this.observer = observer;
        this.log = log;
        this.logged = logged;
    }

    /** Null if nobody wants to see them. */
    static @Nullable FrameObserver of(String connection, @Nullable FrameObservers observers, Logger log) {
        FrameObserver observer = observers == null ? null : observers.of(connection);
        boolean logged = log.isTraceEnabled();
        return observer == null && !logged ? null : new FrameTap(connection, observer, log, logged);
    }

    @Override
    public void onFrame(Direction direction, int opcode, boolean fin, long length, ByteBuffer payload) {
        if (logged) {
            log.trace("{} {}", connection, FrameLine.of(direction, opcode, fin, length, payload));
        }
        if (observer != null) {
            show(observer, direction, opcode, fin, length, payload);
        }
    }

    /** An observer's fault must not end the connection. */
    private void show(FrameObserver to, Direction direction, int opcode, boolean fin, long length, ByteBuffer payload) {
        try {
            to.onFrame(direction, opcode, fin, length, payload.asReadOnlyBuffer());
        } catch (RuntimeException e) {
            log.error("The observer of the frames of {} failed", connection, LoggedFailure.of(e));
        }
    }
}
