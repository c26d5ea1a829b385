package org.scriptsocket.kit.peer;

import java.util.List;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.History;

/**
 * One connection as the peer saw it, and a handle to act on it. Each {@code take} waits, with a generous limit, for what the peer
 * sees next, and throws an {@link AssertionError} with the history if it is something else or nothing comes. Thread-safe.
 */
public final class RecordedConnection implements PeerEnd {

    private final String name;
    private final History history;
    private final PeerEnd end;
    private final EventQueue<Seen> seen;
    private final Expectations expectations;
    private final boolean keeps;

    RecordedConnection(int number, History history, PeerEnd end, boolean keeps) {
        this.keeps = keeps;
        this.name = "#" + number;
        expectations = new Expectations(number);
        this.history = history;
        this.end = end;
        seen = new EventQueue<>(history);
    }

    /** Whatever comes next. */
    public Seen take() {
        return seen.take(Seen.class);
    }

    public Seen.Request takeRequest() {
        return seen.take(Seen.Request.class);
    }

    public Frame takeFrame() {
        return seen.take(Seen.Received.class).frame();
    }

    public Seen.How takeEnd() {
        return seen.take(Seen.Ended.class).how();
    }

    /** All that the peer has seen so far; waits for nothing. */
    public List<Seen> takeAll() {
        return seen.takeAll();
    }

    /** @throws AssertionError if the peer saw something that was not taken */
    public void assertExhausted() {
        seen.assertExhausted();
    }

    @Override
    public void send(Frame frame) {
        sent(frame);
        end.send(frame);
    }

    public void send(String text) {
        send(Frame.text(text));
    }

    @Override
    public void fin() {
        history.add(name + " > FIN");
        end.fin();
    }

    @Override
    public void reset() {
        history.add(name + " > RST");
        end.reset();
    }

    @Override
    public String toString() {
        return "connection " + name;
    }

    /** For a peer: it sends this. */
    public void sent(Object what) {
        if (keeps) {
            history.add(name + " > " + what);
        }
    }

    /** For a peer: what it is going to play for a request with this path. */
    public void plays(String target, Behaviour behaviour) {
        expectations.begin(target, behaviour.steps());
    }

    /** For a peer: whether a message is the one that is expected now; if not, that is recorded. */
    public boolean expects(Frame message) {
        return expectations.take(message);
    }

    Expectations expectations() {
        return expectations;
    }

    /** For a peer: it saw this. */
    public void saw(Seen what) {
        expectations.saw(what);
        if (keeps) {
            history.add(name + " < " + what);
            seen.add(what);
        }
    }
}
