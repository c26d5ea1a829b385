package org.scriptsocket.kit;

import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportListener;

/**
 * Records what a transport tells, for a test to take it in order. Each {@code take} waits, with a generous limit, for the next
 * event, and throws an {@link AssertionError} with the history if it is another one or none comes. Thread-safe.
 */
public final class ListenerRecorder implements TransportListener {

    private sealed interface Told {}

    private record Opened(HandshakeResponse response) implements Told {}

    private record Arrived(Message message) implements Told {}

    private record Closed(CloseStatus status) implements Told {}

    private record Failed(Failure failure) implements Told {}

    private final History history = new History();
    private final EventQueue<Told> events = new EventQueue<>(history);

    @Override
    public void onOpen(HandshakeResponse response) {
        add("open " + response.status(), new Opened(response));
    }

    @Override
    public void onMessage(Message message) {
        add("message of " + message.length() + " bytes, " + message.type(), new Arrived(message));
    }

    @Override
    public void onClosed(CloseStatus status) {
        add("closed " + status.code() + " '" + status.reason() + "'", new Closed(status));
    }

    @Override
    public void onFailure(Failure failure) {
        add("failure: " + failure.message(), new Failed(failure));
    }

    public HandshakeResponse takeOpen() {
        return events.take(Opened.class).response();
    }

    public Message takeMessage() {
        return events.take(Arrived.class).message();
    }

    /** The next message, decoded as UTF-8. */
    public String takeText() {
        return takeMessage().string();
    }

    public CloseStatus takeClosed() {
        return events.take(Closed.class).status();
    }

    public Failure takeFailure() {
        return events.take(Failed.class).failure();
    }

    /** The next event, which must be a failure of this kind. */
    public <T extends Failure> T takeFailure(Class<T> kind) {
        Failure failure = takeFailure();
        if (!kind.isInstance(failure)) {
            throw history.failure(kind.getSimpleName() + " expected, got " + failure);
        }
        return kind.cast(failure);
    }

    /** @throws AssertionError if something was told and not taken */
    public void assertExhausted() {
        events.assertExhausted();
    }

    private void add(String line, Told event) {
        history.add(line);
        events.add(event);
    }
}
