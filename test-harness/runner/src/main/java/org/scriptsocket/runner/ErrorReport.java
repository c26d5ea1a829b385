package org.scriptsocket.runner;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.scriptsocket.ScriptError;
import org.scriptsocket.policy.Secrets;
import org.scriptsocket.policy.VisibleText;

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
        err.println(shown(error.located()));
        if (!error.traceback().isBlank()) {
            err.println("stack traceback:");
            shown(error.traceback()).lines().forEach(line -> err.println("\t" + line.strip()));
        }
    }

    /** Without secrets; only its first line begins at the margin. */
    private static String shown(String text) {
        return visible(Secrets.hide(text)).replace("\n", "\n\t");
    }

    /** With what would do something to a terminal written as {@code \27}, as Lua does. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (VisibleText.hides(c) && c != '\n' && c != '\t') {
                visible.append('\\').append(c);
            } else {
                visible.append((char) c);
            }
        });
        return visible.toString();
    }
}
