package org.scriptsocket.runner;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.scriptsocket.ScriptError;

/** Writes the errors that a script did not catch to the standard error. */
final class ErrorReport implements Consumer<ScriptError> {

    private final PrintStream err;
    private final Output output;
    private final Ending ending;

    ErrorReport(PrintStream err, Output output, Ending ending) {
        this.err = err;
        this.output = output;
        this.ending = ending;
    }

    @Override
    public void accept(ScriptError error) {
        ending.fail();
        output.flush();
        err.println(visible(error.located()));
        if (!error.traceback().isBlank()) {
            err.println("stack traceback:");
            visible(error.traceback()).lines().forEach(line -> err.println("\t" + line.strip()));
        }
    }

    /** With what would do something to a terminal written as {@code \27}, as Lua does. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                visible.append('\\').append(c);
            } else {
                visible.append((char) c);
            }
        });
        return visible.toString();
    }
}
