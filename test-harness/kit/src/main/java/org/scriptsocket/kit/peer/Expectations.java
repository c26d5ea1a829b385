package org.scriptsocket.kit.peer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one connection was expected to send, and what became of it. Thread-safe. */
final class Expectations {

    private final int number;
    private final Deque<Expected> pending = new ArrayDeque<>();
    private String target = "";
    /** What came in place of the first one pending, or null as long as nothing did. */
    private @Nullable String instead;

    Expectations(int number) {
        this.number = number;
    }

    synchronized void begin(String path, List<Step> steps) {
        target = path;
        for (Step step : steps) {
            if (step instanceof Step.Expect expect) {
                pending.add(expect.message());
            }
        }
    }

    /** Whether this is what is expected now. On the peer's thread, which alone takes. */
    boolean take(Frame frame) {
        Expected next = next();
        // Without the lock: who is asked may have to wait for a thread that looks at us.
        boolean met = next != null && next.isMetBy(frame);
        taken(met, frame);
        return met;
    }

    private synchronized @Nullable Expected next() {
        return pending.peek();
    }

    private synchronized void taken(boolean met, Frame frame) {
        if (met) {
            pending.poll();
        } else {
            instead = "got " + frame;
        }
    }

    synchronized void saw(Seen seen) {
        if (instead == null
                && seen instanceof Seen.Received received
                && received.frame().opcode() == Frame.CLOSE) {
            instead = "the client closed: " + received.frame();
        } else if (instead == null && seen instanceof Seen.Ended ended) {
            instead = "the connection ended by " + ended.how();
        }
    }

    /** Whether something expected may still come. */
    synchronized boolean isWaiting() {
        return instead == null && !pending.isEmpty();
    }

    /** What was not met, or null. */
    synchronized @Nullable Unmet unmet() {
        Expected next = pending.peek();
        if (next == null) {
            return null;
        }
        String more = pending.size() > 1 ? " (and " + (pending.size() - 1) + " more after it)" : "";
        return new Unmet(next + more, target, number, instead);
    }
}
