package org.scriptsocket;

import java.util.stream.Collectors;
import org.scriptsocket.policy.Secrets;
import org.scriptsocket.policy.VisibleText;

/** An error of a script as a log shows it: what the script chose can begin no line of its own. */
final class ErrorText {

    private ErrorText() {}

    static String of(ScriptError error) {
        String head = line(error.located() + " in " + error.function() + " of " + error.instance());
        return head + error.traceback().lines().map(call -> "\n\t" + line(call)).collect(Collectors.joining());
    }

    /** Without secrets, and with what could end the line, or do something to a terminal, written as {@code \x0a}. */
    static String line(String text) {
        return VisibleText.of(Secrets.hide(text));
    }
}
