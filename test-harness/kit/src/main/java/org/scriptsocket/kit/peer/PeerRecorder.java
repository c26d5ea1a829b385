package org.scriptsocket.kit.peer;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.History;

/** Where peers write down what they see, for a test to take it. Thread-safe. */
public final class PeerRecorder {

    private final History history = new History();
    private final EventQueue<RecordedConnection> fresh = new EventQueue<>(history);
    private final List<RecordedConnection> taken = new CopyOnWriteArrayList<>();
    private final Queue<Expectations> all = new ConcurrentLinkedQueue<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final boolean keeps;

    private PeerRecorder(boolean keeps) {
        this.keeps = keeps;
    }

    public static PeerRecorder keeping() {
        return new PeerRecorder(true);
    }

    /** For a peer that runs for long: nothing can be taken from it. */
    public static PeerRecorder forgetting() {
        return new PeerRecorder(false);
    }

    /** For a peer: a connection begins. */
    public RecordedConnection begin(PeerEnd end) {
        int number = count.incrementAndGet();
        history.add("#" + number + " begins");
        RecordedConnection connection = new RecordedConnection(number, history, end, keeps);
        if (keeps) {
            all.add(connection.expectations());
            fresh.add(connection);
        }
        return connection;
    }

    /** For a peer: the other side broke a rule. */
    public void problem(String what) {
        history.add("problem: " + what);
        if (keeps) {
            problems.add(what);
        }
    }

    /** The next connection in the order in which they came; waits for it. */
    public RecordedConnection takeConnection(Duration limit) {
        RecordedConnection next = fresh.take(RecordedConnection.class, "a connection", limit);
        taken.add(next);
        return next;
    }

    /** All connections that have come so far; waits for nothing. */
    public List<RecordedConnection> takeConnections() {
        List<RecordedConnection> all = fresh.takeAll();
        taken.addAll(all);
        return all;
    }

    /** What connections were expected to send and have not sent. */
    public List<Unmet> unmet() {
        return all.stream().map(Expectations::unmet).filter(Objects::nonNull).toList();
    }

    /** Whether a connection may still send what it is expected to. */
    public boolean isWaiting() {
        return all.stream().anyMatch(Expectations::isWaiting);
    }

    /** @throws AssertionError if a connection or what was seen of one was not taken, a rule was broken, or an expectation not met; with the history */
    public void assertExhausted() {
        if (!problems.isEmpty()) {
            throw history.failure("the client broke a rule: " + problems);
        }
        if (!unmet().isEmpty()) {
            throw history.failure(unmet().toString());
        }
        fresh.assertExhausted();
        taken.forEach(RecordedConnection::assertExhausted);
    }
}
