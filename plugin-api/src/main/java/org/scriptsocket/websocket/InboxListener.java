package org.scriptsocket.websocket;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Puts what a transport tells into the inbox of its host, which it does not keep alive. */
final class InboxListener implements TransportListener {

    private final WeakReference<Inbox> inbox;
    private final long id;
    private final Window window;
    private final HostBuffers buffers;
    private final FlightRecorder recorder;
    /** Whether more is about to come. */
    private boolean reading;
    /** Null until {@code open} has returned; always set before the first message is demanded. */
    private volatile @Nullable TransportConnection connection;

    InboxListener(WeakReference<Inbox> inbox, long id, Window window, HostBuffers buffers, FlightRecorder recorder) {
        this.inbox = inbox;
        this.id = id;
        this.window = window;
        this.buffers = buffers;
        this.recorder = recorder;
    }

    void demandFrom(TransportConnection opened) {
        connection = opened;
        demand();
    }

    /** Demands one message more as soon as the host's buffers have room. */
    void demand() {
        if (buffers.hasRoom()) {
            requestOne();
        } else {
            buffers.whenRoom(this::requestOne);
        }
    }

    private void requestOne() {
        TransportConnection source = connection;
        if (source != null) {
            source.request(1);
        }
    }

    @Override
    public void onOpen(HandshakeResponse response) {
        recorder.opened(response);
        post(new Signal.Opened(response));
    }

    @Override
    public void beforeRead() {
        reading = true;
    }

    @Override
    public void afterRead() {
        reading = false;
        Inbox target = inbox.get();
        if (target != null) {
            target.tell();
        }
    }

    @Override
    public void onMessage(Message message) {
        recorder.arrived(message);
        buffers.add(message.length());
        boolean more = window.arrived(message.length());
        arrived(new Signal.Arrived(message));
        if (more) {
            demand();
        }
    }

    @Override
    public void onClosed(CloseStatus status) {
        recorder.closed(status);
        post(new Signal.Closed(status));
    }

    @Override
    public void onFailure(Failure failure) {
        recorder.failed(failure.message());
        post(new Signal.Failed(failure));
    }

    private void arrived(Signal.Arrived message) {
        Inbox target = inbox.get();
        if (target != null && reading) {
            target.put(id, message);
        } else if (target != null) {
            target.post(id, message);
        }
    }

    private void post(Signal signal) {
        Inbox target = inbox.get();
        if (target != null) {
            target.post(id, signal);
        }
    }
}
