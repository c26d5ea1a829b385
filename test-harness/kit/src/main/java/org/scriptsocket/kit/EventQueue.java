package org.scriptsocket.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Events that other threads record and a test takes in order, with a generous limit. Thread-safe.
 *
 * @param <E> what all events have in common
 */
public final class EventQueue<E> {

    /** How long a test waits for what must come. Never reached unless something is wrong. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private final BlockingQueue<E> events = new LinkedBlockingQueue<>();
    private final History history;

    public EventQueue(History history) {
        this.history = history;
    }

    public void add(E event) {
        events.add(event);
    }

    /**
     * Waits for the next event, which must be of this kind.
     *
     * @param what the kind in words, with its article
     * @throws AssertionError if another came, or none; with the history
     */
    public <T extends E> T take(Class<T> kind, String what) {
        return take(kind, what, LIMIT);
    }

    /** The same with a limit of the test's own. */
    public <T extends E> T take(Class<T> kind, String what, Duration limit) {
        E event = poll(limit);
        if (event == null) {
            throw history.failure("expected " + what + ", but nothing came within " + limit.toMillis() + " ms");
        }
        if (!kind.isInstance(event)) {
            throw history.unexpected(what, event);
        }
        return kind.cast(event);
    }

    /** Takes all that has come, and waits for nothing. */
    public List<E> takeAll() {
        List<E> all = new ArrayList<>();
        events.drainTo(all);
        return all;
    }

    /** Whether all that has come was taken. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** @throws AssertionError if there is an event that was not taken */
    public void assertExhausted() {
        List<E> left = new ArrayList<>(events);
        if (!left.isEmpty()) {
            throw history.failure("not taken: " + left);
        }
    }

    private @Nullable E poll(Duration limit) {
        try {
            return events.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
