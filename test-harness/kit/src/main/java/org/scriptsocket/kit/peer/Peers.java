package org.scriptsocket.kit.peer;

import java.time.Duration;
import java.util.List;
import org.scriptsocket.kit.EventQueue;

/** Peers to connect to, on sockets or in memory: they do to each target what they were told to, and remember what they saw. */
public interface Peers extends AutoCloseable {

    /** From now on, requests with this path (and, if given here, query) get this behaviour. */
    void on(String target, Behaviour behaviour);

    /** What all other requests get; {@link Behaviour#echo} unless it is set. */
    void otherwise(Behaviour behaviour);

    /** The next requests get these behaviours, in this order, whatever their targets; those that come after them what is set by target. */
    void enqueue(Behaviour... behaviours);

    /** The next connection in the order in which they came; waits for it, with a generous limit. */
    default RecordedConnection takeConnection() {
        return takeConnection(EventQueue.LIMIT);
    }

    /**
     * The next connection in the order in which they came; waits for it.
     *
     * @throws AssertionError if none comes within the limit; with the history
     */
    RecordedConnection takeConnection(Duration limit);

    /** The request of the next connection; for a test that needs no more of that connection. */
    default Seen.Request takeRequest() {
        return takeRequest(EventQueue.LIMIT);
    }

    /** The request of the next connection, if both come within the limit each. */
    default Seen.Request takeRequest(Duration limit) {
        return takeConnection(limit).takeRequest(limit);
    }

    /** All connections that have come so far, in their order; waits for nothing. */
    List<RecordedConnection> takeConnections();

    /**
     * What {@link Step.Expect} steps have waited for in vain so far. A connection that is still open, and a path to which nobody has
     * connected, count too.
     */
    default List<Unmet> unmet() {
        return List.of();
    }

    /** Whether a connection that is open may still send what it is expected to. */
    default boolean isWaiting() {
        return false;
    }

    /** @throws AssertionError if something seen was not taken, the client broke a rule, or an expectation was not met; with the history */
    void assertExhausted();

    /** Where {@code 127.0.0.1} is listened on. */
    int port();

    /** Such as {@code ws://127.0.0.1:4711}, without a path. */
    String url();

    /** @param path begins with a slash */
    default String url(String path) {
        return url() + path;
    }

    /** How many connections the peers have that are not gone. */
    int openConnections();

    @Override
    void close();
}
