package org.scriptsocket.kit;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportListener;

/**
 * Records what a transport tells, for a test to take it in order. Each {@code take} and {@code assert} waits, with a generous limit,
 * for the next event, and throws an {@link AssertionError} with the history if it is another one or none comes. Thread-safe.
 */
public final class ListenerRecorder implements TransportListener {

    private sealed interface Told {}

    private record Opened(HandshakeResponse response) implements Told {
        @Override
        public String toString() {
            return "open " + response.status();
        }
    }

    private record Arrived(Message message) implements Told {
        @Override
        public String toString() {
            return MessageText.of(message);
        }
    }

    private record Closed(CloseStatus status) implements Told {
        @Override
        public String toString() {
            return "closed " + status.code() + " '" + status.reason() + "'";
        }
    }

    private record Failed(Failure failure) implements Told {
        @Override
        public String toString() {
            return "failure: " + failure.message();
        }
    }

    private final History history = new History();
    private final EventQueue<Told> events = new EventQueue<>(history);

    @Override
    public void onOpen(HandshakeResponse response) {
        add(new Opened(response));
    }

    @Override
    public void onMessage(Message message) {
        add(new Arrived(message));
    }

    @Override
    public void onClosed(CloseStatus status) {
        add(new Closed(status));
    }

    @Override
    public void onFailure(Failure failure) {
        add(new Failed(failure));
    }

    public HandshakeResponse takeOpen() {
        return events.take(Opened.class, "an accepted handshake").response();
    }

    public Message takeMessage() {
        return events.take(Arrived.class, "a message").message();
    }

    /** The next message, decoded as UTF-8. */
    public String takeText() {
        return takeMessage().string();
    }

    public CloseStatus takeClosed() {
        return events.take(Closed.class, "a close").status();
    }

    public Failure takeFailure() {
        return events.take(Failed.class, "a failure").failure();
    }

    /** The next event, which must be a failure of this kind. */
    public <T extends Failure> T takeFailure(Class<T> kind) {
        Failure failure = takeFailure();
        if (!kind.isInstance(failure)) {
            throw history.unexpected(
                    "a failure of the kind " + kind.getSimpleName(),
                    failure.getClass().getSimpleName() + ": " + failure.message());
        }
        return kind.cast(failure);
    }

    /**
     * The next event, which must be a failure of this kind, and the messages before it.
     *
     * @return the messages, in order
     */
    public List<Message> takeUntilFailure(Class<? extends Failure> kind) {
        List<Message> before = new ArrayList<>();
        for (Told next = events.take(Told.class, "a failure"); ; next = events.take(Told.class, "a failure")) {
            if (next instanceof Failed failed && kind.isInstance(failed.failure())) {
                return before;
            }
            if (!(next instanceof Arrived arrived)) {
                throw history.unexpected("messages and a failure of the kind " + kind.getSimpleName(), next);
            }
            before.add(arrived.message());
        }
    }

    /** The handshake is accepted next. */
    public void assertOpen() {
        takeOpen();
    }

    /** This text comes next. */
    public void assertText(String text) {
        assertMessage(Message.text(text));
    }

    /** These bytes come next, as a binary message. */
    public void assertBinary(byte... bytes) {
        assertMessage(Message.binary(bytes));
    }

    /** A Close frame with this code, 1005 for none, and this reason comes next. */
    public void assertClosed(int code, String reason) {
        Told expected = new Closed(new CloseStatus(code, reason));
        Told next = events.take(Told.class, expected.toString());
        if (!next.equals(expected)) {
            throw history.unexpected(expected, next);
        }
    }

    /** A failure with just this message comes next. */
    public void assertFailure(String message) {
        Told next = events.take(Told.class, "failure: " + message);
        if (!(next instanceof Failed failed && failed.failure().message().equals(message))) {
            throw history.unexpected("failure: " + message, next);
        }
    }

    /** @throws AssertionError if something was told and not taken */
    public void assertExhausted() {
        events.assertExhausted();
    }

    private void assertMessage(Message expected) {
        Told next = events.take(Told.class, MessageText.of(expected));
        if (!(next instanceof Arrived arrived && MessageText.same(expected, arrived.message()))) {
            throw history.unexpected(MessageText.of(expected), next);
        }
    }

    private void add(Told event) {
        history.add(event.toString());
        events.add(event);
    }
}
