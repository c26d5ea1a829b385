package org.scriptsocket.kit;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last things that happened, for the message of a test that fails. Thread-safe. */
public final class History {

    private static final int KEPT = 200;

    private final Deque<String> lines = new ArrayDeque<>();
    private final long start = System.nanoTime();

    public synchronized void add(String line) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.add(String.format("%8.3f  %s", (System.nanoTime() - start) / 1e9, line));
    }

    /** An error that says what a test expected and what came instead, and all that happened. */
    public AssertionError unexpected(Object expected, Object got) {
        return failure("expected " + expected + ", got " + got);
    }

    /** An error with these words and all that happened. */
    public synchronized AssertionError failure(String what) {
        String all = lines.isEmpty() ? "  (nothing)" : "  " + String.join(System.lineSeparator() + "  ", lines);
        return new AssertionError(
                what + System.lineSeparator() + "What happened (seconds):" + System.lineSeparator() + all);
    }
}
