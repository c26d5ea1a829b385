package org.scriptsocket.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of all connections of a host, until they are taken. Thread-safe. */
final class EventLog {

    private final History history = new History();
    private final List<ScriptEvent> events = new ArrayList<>();
    private volatile Drive drive = new Drive.ByOthers();

    void drive(Drive how) {
        drive = how;
    }

    synchronized void add(ScriptEvent event) {
        history.add(event.toString());
        events.add(event);
    }

    /** The next event of a connection whose name begins so; waits for it. */
    ScriptEvent take(String names, String what) {
        ScriptEvent there = poll(names);
        if (there == null) {
            drive.until(() -> has(names));
            there = poll(names);
        }
        if (there == null) {
            throw history.failure("expected " + what + ", but nothing came " + drive.limit());
        }
        return there;
    }

    AssertionError unexpected(String what, ScriptEvent got) {
        return history.unexpected(what, got);
    }

    void assertExhausted(String names) {
        List<ScriptEvent> left = left(names);
        if (!left.isEmpty()) {
            throw history.failure("not taken: " + left);
        }
    }

    private boolean has(String names) {
        return !left(names).isEmpty();
    }

    private synchronized List<ScriptEvent> left(String names) {
        return events.stream()
                .filter(event -> event.connection().startsWith(names))
                .toList();
    }

    private synchronized @Nullable ScriptEvent poll(String names) {
        List<ScriptEvent> left = left(names);
        if (left.isEmpty()) {
            return null;
        }
        events.remove(left.get(0));
        return left.get(0);
    }
}
