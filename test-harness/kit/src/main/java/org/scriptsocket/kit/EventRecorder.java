package org.scriptsocket.kit;

import org.scriptsocket.ScriptHost;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.Event;
import org.scriptsocket.websocket.EventObserver;

/**
 * Records the events that the callbacks of a host's scripts are called with, for a Java test to take them in order. Each
 * {@code take} and {@code assert} waits for the next event, with a generous limit, and throws an {@link AssertionError} with all events
 * if it is another one or none comes. While it waits it runs the host on the calling thread, if it was told to {@link #drive} it; else
 * another thread has to.
 *
 * <pre>{@code
 * EventRecorder events = new EventRecorder();
 * ScriptHost host = ScriptHost.builder().observer(events).build();
 * events.drive(host);
 * host.load(engine, Path.of("chat.lua")).start();
 * events.assertConnected();
 * events.assertText("hello");
 * events.assertClosed(4001, "why");
 * events.assertExhausted();
 * }</pre>
 *
 * <p>Thread-safe, but a host is driven on one thread.
 */
public final class EventRecorder implements EventObserver {

    private final EventLog log;
    /** What the names of the connections begin with whose events are taken. */
    private final String names;

    public EventRecorder() {
        this(new EventLog(), "");
    }

    private EventRecorder(EventLog log, String names) {
        this.log = log;
        this.names = names;
    }

    /** From now on each wait updates this host, on the thread that waits, until the event has come and its callback has returned. */
    public EventRecorder drive(ScriptHost host) {
        log.drive(new Drive.InRealTime(host));
        return this;
    }

    /** The same for a host whose time is this clock's. It is not moved on: what does not come at this very time does not come. */
    public EventRecorder drive(ScriptHost host, ManualClock clock) {
        log.drive(new Drive.InVirtualTime(host, clock));
        return this;
    }

    /** The events of one connection, by the number in its name, which is 1 for the first connection of an engine. */
    public EventRecorder of(int connection) {
        return new EventRecorder(log, "websocket: " + connection + " ");
    }

    @Override
    public void onEvent(Connection connection, Event event) {
        log.add(new ScriptEvent(connection.toString(), event));
    }

    /** CONNECTED comes next. */
    public HandshakeResponse assertConnected() {
        return take(Event.Connected.class, "CONNECTED").response();
    }

    /** MESSAGE comes next; gives what is in it. */
    public Message takeMessage() {
        return take(Event.Received.class, "MESSAGE").content();
    }

    /** MESSAGE comes next, with this text. */
    public void assertText(String text) {
        assertMessage(Message.text(text));
    }

    /** MESSAGE comes next, binary and with these bytes. */
    public void assertBinary(byte... bytes) {
        assertMessage(Message.binary(bytes));
    }

    /** ERROR comes next; gives its message. */
    public String takeError() {
        return take(Event.Failed.class, "ERROR").message();
    }

    /** ERROR comes next, with just this message. */
    public void assertError(String message) {
        String expected = "ERROR \"" + message + "\"";
        ScriptEvent next = log.take(names, expected);
        if (!(next.event() instanceof Event.Failed failed && failed.message().equals(message))) {
            throw log.unexpected(expected, next);
        }
    }

    /** DISCONNECTED comes next, with this code and this reason. */
    public void assertClosed(int code, String reason) {
        String expected = "DISCONNECTED " + code + " \"" + reason + "\"";
        ScriptEvent next = log.take(names, expected);
        if (!(isEnd(next, code) && ((Event.Disconnected) next.event()).reason().equals(reason))) {
            throw log.unexpected(expected, next);
        }
    }

    /** DISCONNECTED comes next, with this code and whatever reason. */
    public void assertClosed(int code) {
        ScriptEvent next = log.take(names, "DISCONNECTED " + code);
        if (!isEnd(next, code)) {
            throw log.unexpected("DISCONNECTED " + code, next);
        }
    }

    /** @throws AssertionError if there was an event that was not taken; waits for nothing */
    public void assertExhausted() {
        log.assertExhausted(names);
    }

    private void assertMessage(Message expected) {
        String text = "MESSAGE " + MessageText.of(expected);
        ScriptEvent next = log.take(names, text);
        if (!(next.event() instanceof Event.Received received && MessageText.same(expected, received.content()))) {
            throw log.unexpected(text, next);
        }
    }

    private <T extends Event> T take(Class<T> kind, String what) {
        ScriptEvent next = log.take(names, what);
        if (!kind.isInstance(next.event())) {
            throw log.unexpected(what, next);
        }
        return kind.cast(next.event());
    }

    private static boolean isEnd(ScriptEvent next, int code) {
        return next.event() instanceof Event.Disconnected end && end.status() == code;
    }
}
