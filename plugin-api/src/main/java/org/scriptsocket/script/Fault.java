package org.scriptsocket.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an error in a script.
 *
 * @param message the text, without the position where the engine tells it apart
 * @param file the name of the script, or null where the engine does not know it
 * @param line from 1, or -1 where the engine does not know it
 * @param traceback the script's own calls, one a line, innermost first; the empty string where the engine has none
 * @param ends whether it ends the script instance, as a budget that is spent does: without {@code final}, its connections closed with 1011
 */
public record Fault(String message, @Nullable String file, int line, String traceback, boolean ends) {

    private static final Pattern LOCATED = Pattern.compile("@?([^:\\s]+):(\\d+):? (.*)", Pattern.DOTALL);

    /** One that changes nothing for the instance. */
    public Fault(String message, @Nullable String file, int line, String traceback) {
        this(message, file, line, traceback, false);
    }

    /** Of a text that may begin with its position, as in {@code chat.lua:12: message}. */
    public static Fault of(@Nullable String text) {
        Matcher located = LOCATED.matcher(String.valueOf(text));
        return located.matches()
                ? new Fault(located.group(3), located.group(1), Integer.parseInt(located.group(2)), "")
                : new Fault(String.valueOf(text), null, -1, "");
    }
}
