package org.scriptsocket.kit.junit;

import java.util.function.Consumer;
import org.scriptsocket.ScriptError;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.History;

/** The errors that the scripts of a host did not catch, for a test to take them in order. Thread-safe. */
public final class ScriptErrors implements Consumer<ScriptError> {

    private final History history = new History();
    private final EventQueue<ScriptError> errors = new EventQueue<>(history);

    @Override
    public void accept(ScriptError error) {
        history.add(text(error));
        errors.add(error);
    }

    /** The next error; waits for it, with a generous limit. */
    public ScriptError take() {
        return errors.take(ScriptError.class, "an error of a script");
    }

    /** @throws AssertionError if an error was not taken; with its file, line and traceback */
    public void assertExhausted() {
        if (any()) {
            throw new AssertionError("a script failed: " + text(take()));
        }
    }

    /** Whether there is one that was not taken. */
    boolean any() {
        return !errors.isEmpty();
    }

    /** {@code chat.lua:12: message}, and the traceback. */
    static String text(ScriptError error) {
        String traceback = error.traceback();
        return error.located() + (traceback.isEmpty() ? "" : System.lineSeparator() + traceback);
    }
}
