package org.scriptsocket.lua;

import java.util.List;
import org.scriptsocket.ScriptError;

/** What became of a script: its errors, in their order. */
record Outcome(List<ScriptError> errors) {

    /** Whether it was {@code fine}, had an {@code error}, an {@code error: text}, or was ended by a budget of that name. */
    boolean is(String end) {
        if (end.equals("fine")) {
            return errors.isEmpty();
        }
        if (end.startsWith("error")) {
            String text = end.substring(end.indexOf(':') + 1).strip();
            return !errors.isEmpty()
                    && errors.stream().noneMatch(ScriptError::ended)
                    && (text.equals("error") || errors.get(0).message().contains(text));
        }
        if (end.equals("string") || end.equals("coroutines")) {
            return errors.stream().anyMatch(error -> error.message().contains("sandbox.budget." + end));
        }
        // On a machine that is busy, time may be over first.
        return isEndedBy(end) || end.equals("instructions") && isEndedBy("time");
    }

    private boolean isEndedBy(String budget) {
        return errors.stream()
                .anyMatch(error -> error.ended() && error.message().contains("(sandbox.budget." + budget + ")"));
    }

    @Override
    public String toString() {
        return errors.isEmpty()
                ? "fine"
                : String.join("; ", errors.stream().map(Outcome::line).toList());
    }

    private static String line(ScriptError error) {
        String text = error.toString();
        return (error.ended() ? "ended: " : "error: ") + text.substring(0, Math.min(300, text.length()));
    }
}
