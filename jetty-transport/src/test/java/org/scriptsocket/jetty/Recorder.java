package org.scriptsocket.jetty;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportListener;

/** Keeps what a listener was told, in order. */
final class Recorder implements TransportListener {

    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

    @Override
    public void onOpen(HandshakeResponse response) {
        events.add(response);
    }

    @Override
    public void onMessage(Message message) {
        events.add(message);
    }

    @Override
    public void onClosed(CloseStatus status) {
        events.add(status);
    }

    @Override
    public void onFailure(Failure failure) {
        events.add(failure);
    }

    /** Waits for the next event, which must be of that kind. */
    <T> T next(Class<T> kind) {
        try {
            Object event = events.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event within 20 s, " + kind.getSimpleName() + " expected");
            }
            if (!kind.isInstance(event)) {
                throw new AssertionError(kind.getSimpleName() + " expected, got " + event);
            }
            return kind.cast(event);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isExhausted() {
        return events.isEmpty();
    }
}
