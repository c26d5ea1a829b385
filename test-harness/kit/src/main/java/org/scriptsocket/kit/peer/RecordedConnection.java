package org.scriptsocket.kit.peer;

import java.time.Duration;
import java.util.List;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.History;
import org.scriptsocket.transport.CloseStatus;

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
        return seen.take(Seen.class, "anything");
    }

    public Seen.Request takeRequest() {
        return takeRequest(EventQueue.LIMIT);
    }

    /** The request, which must come within this limit. */
    public Seen.Request takeRequest(Duration limit) {
        return seen.take(Seen.Request.class, "a request", limit);
    }

    public Frame takeFrame() {
        return seen.take(Seen.Received.class, "a frame").frame();
    }

    public Seen.How takeEnd() {
        return seen.take(Seen.Ended.class, "the end").how();
    }

    /** The request comes next, with this path and query. */
    public void assertRequest(String target) {
        Seen.Request request = takeRequest();
        if (!request.target().equals(target)) {
            throw history.unexpected("a request for " + target, request);
        }
    }

    /** This text comes next, whole in one frame. */
    public void assertText(String text) {
        assertFrame(Frame.text(text));
    }

    /** These bytes come next, as a binary message, whole in one frame. */
    public void assertBinary(byte... bytes) {
        assertFrame(Frame.binary(bytes));
    }

    /** A Close frame comes next, with this code, 1005 for none, and this reason. */
    public void assertClose(int code, String reason) {
        assertFrame(Frame.close(new CloseStatus(code, reason)));
    }

    /** A Close frame comes next, with this code, 1005 for none, whatever its reason. */
    public void assertClose(int code) {
        Seen next = seen.take(Seen.class, "a Close frame with " + code);
        boolean fits = next instanceof Seen.Received received
                && received.frame().opcode() == Frame.CLOSE
                && received.frame().status().code() == code;
        if (!fits) {
            throw history.unexpected("a Close frame with " + code, next);
        }
    }

    /** The end comes next, and so. */
    public void assertEnd(Seen.How how) {
        Seen next = seen.take(Seen.class, "the end by " + how);
        if (!next.equals(new Seen.Ended(how))) {
            throw history.unexpected("the end by " + how, next);
        }
    }

    private void assertFrame(Frame expected) {
        Seen next = seen.take(Seen.class, expected.toString());
        if (!(next instanceof Seen.Received received && expected.hasContentOf(received.frame()))) {
            throw history.unexpected(expected, next);
        }
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
