package org.scriptsocket.websocket;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/**
 * What {@code connect} returns to a script: opaque, one for the life of the connection, never used again for another one.
 *
 * <p>The state machine of the module. Everything here happens on the script thread.
 */
public final class Connection {

    /** Only ever moves downwards. */
    private enum State {
        CONNECTING,
        OPEN,
        /** The script has called {@code disconnect}; DISCONNECTED is to come. */
        LEAVING,
        /** ERROR or DISCONNECTED is being delivered. */
        ENDING,
        DEAD;

        boolean isOver() {
            return compareTo(LEAVING) >= 0;
        }
    }

    /** Pending bytes from which on they are flushed without waiting for the end of the entry. */
    private static final int FLUSH_AT = 64 << 10;

    private final Connections connections;
    private final long id;
    private final ConnectionName name;
    private final ConnectionOwner owner;
    private final ScriptCallback callback;
    private final Window window;
    private final FlightRecorder recorder;
    private final long sinceMillis = System.currentTimeMillis();
    /** Nanoseconds of the host's clock; only looked at while CONNECTING. */
    private final long deadline;

    private State state = State.CONNECTING;
    /** Null if nothing was dialled: the url was wrong, or a limit or the deadline was hit before. */
    private @Nullable TransportConnection transport;
    /** Null together with {@link #transport}. */
    private @Nullable InboxListener source;

    /** Bytes sent since the last flush, or -1 if there was nothing. */
    private long pending = -1;

    private long messagesIn;
    private long bytesIn;
    private long messagesOut;
    private long bytesOut;

    Connection(
            Connections connections,
            long id,
            ConnectionName name,
            ConnectionOwner owner,
            ScriptCallback callback,
            Window window,
            FlightRecorder recorder,
            long deadline) {
        this.connections = connections;
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.callback = callback;
        this.window = window;
        this.recorder = recorder;
        this.deadline = deadline;
    }

    /** The name that scripts see: a number and the address, never path, query or userinfo. Stable. */
    @Override
    public String toString() {
        return name.toString();
    }

    long id() {
        return id;
    }

    /** Whether a transport was asked for it. */
    boolean wasDialled() {
        return transport != null;
    }

    FlightRecorder recorder() {
        return recorder;
    }

    ConnectionOwner owner() {
        return owner;
    }

    void dialled(TransportConnection dial, InboxListener listener) {
        transport = dial;
        source = listener;
    }

    boolean isDead() {
        return state == State.DEAD;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    long deadline() {
        return deadline;
    }

    long unsent() {
        return transport == null ? 0 : transport.unsent();
    }

    /** Only while {@link #isOpen}. */
    void send(Message message) {
        if (transport == null) {
            return;
        }
        recorder.sent(message);
        transport.send(message);
        messagesOut++;
        bytesOut += message.length();
        if (pending < 0) {
            pending = 0;
            connections.flushLater(this);
        }
        pending += message.length();
        if (pending >= FLUSH_AT) {
            transport.flush();
            pending = 0;
        }
    }

    void flush() {
        pending = -1;
        if (transport != null) {
            transport.flush();
        }
    }

    /** The script's {@code disconnect}. Its DISCONNECTED comes in the next update, whatever arrives meanwhile. */
    void leave() {
        if (state.isOver()) {
            return;
        }
        recorder.add(FlightEvent.Kind.DISCONNECT);
        int status = state == State.OPEN ? CloseStatus.NORMAL : CloseStatus.ABNORMAL;
        move(State.LEAVING);
        endTransport(CloseStatus.NORMAL);
        connections.inbox().post(id, new Signal.Left(status));
    }

    /** The instance was closed: no event any more. */
    void orphan(int status) {
        recorder.add(FlightEvent.Kind.INSTANCE_CLOSED, status);
        if (!state.isOver()) {
            endTransport(status);
        }
        die();
    }

    /** The one method that makes transitions because of what came. */
    void deliver(Signal signal) {
        if (signal instanceof Signal.Arrived arrived) {
            receive(arrived.message());
        } else if (signal instanceof Signal.Opened opened && state == State.CONNECTING) {
            move(State.OPEN);
            call(new Event.Connected(opened.response()));
        } else if (signal instanceof Signal.Closed closed && !state.isOver()) {
            disconnected(closedBy(closed.status()));
        } else if (signal instanceof Signal.Failed failed && !state.isOver()) {
            failed(failed.failure());
        } else if (signal instanceof Signal.Left left && state == State.LEAVING) {
            disconnected(new Event.Disconnected(left.status(), "", ""));
        } else if (signal instanceof Signal.Ended ended && state == State.ENDING) {
            disconnected(ended.event());
        }
    }

    /** Its transport has not kept the deadline. Where nothing was dialled, the failure is on its way. */
    void expire() {
        if (transport != null) {
            transport.abort();
            Failure late = new Failure.TimedOut();
            recorder.failed(late.message());
            deliver(new Signal.Failed(late));
        }
    }

    ConnectionInfo info() {
        return new ConnectionInfo(
                name.toString(),
                state.isOver() ? "closing" : state.name().toLowerCase(Locale.ROOT),
                Instant.ofEpochMilli(sinceMillis),
                messagesIn,
                bytesIn,
                messagesOut,
                bytesOut,
                window.messages(),
                unsent(),
                recorder.events());
    }

    private void receive(Message message) {
        if (window.delivered(message.length()) && source != null) {
            source.demand();
        }
        if (state == State.OPEN) {
            messagesIn++;
            bytesIn += message.length();
            call(new Event.Received(message));
        }
    }

    private void failed(Failure failure) {
        move(State.ENDING);
        CloseStatus sent = failure.sent();
        Event.Disconnected end = sent == null
                ? new Event.Disconnected(CloseStatus.ABNORMAL, "", "")
                : new Event.Disconnected(sent.code(), sent.reason(), "");
        try {
            call(new Event.Failed(failure.message(), failure.response()));
        } catch (RuntimeException | Error e) {
            connections.inbox().post(id, new Signal.Ended(end));
            throw e;
        }
        disconnected(end);
    }

    private void disconnected(Event.Disconnected event) {
        move(State.ENDING);
        try {
            call(event);
        } finally {
            die();
        }
    }

    private void move(State next) {
        if (state == State.CONNECTING) {
            connections.noLongerConnecting(this);
        }
        state = next;
    }

    private void die() {
        move(State.DEAD);
        connections.forget(this);
    }

    private void call(Event event) {
        if (!owner.isClosed()) {
            recorder.delivered(event);
            connections.observe(this, event);
            owner.deliver(callback, this, event);
        }
    }

    private void endTransport(int status) {
        if (transport != null) {
            transport.close(new CloseStatus(status));
        }
    }

    private static Event.Disconnected closedBy(CloseStatus status) {
        String message = "Server closing (" + status.code() + "). Reason: '" + status.reason() + "'";
        return new Event.Disconnected(status.code(), status.reason(), message);
    }
}
