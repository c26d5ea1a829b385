package org.scriptsocket;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.script.Fault;

/**
 * An error that a script did not catch.
 *
 * @param instance whose script call it was
 * @param function the function that was called: {@code init}, {@code callback}, a name given to {@link ScriptInstance#call}; or
 *     {@code script} for the script's own top level
 * @param message the text, without position
 * @param file the name of the script, or null where the engine does not know it
 * @param line from 1, or -1 where the engine does not know it
 * @param traceback the script's own calls, one a line, innermost first; may be empty
 * @param ended whether it has ended the instance, as a budget that is spent does: without {@code final}, its connections closed with 1011
 * @param cause what came out of the engine
 */
public record ScriptError(
        ScriptInstance instance,
        String function,
        String message,
        @Nullable String file,
        int line,
        String traceback,
        boolean ended,
        Throwable cause) {

    static ScriptError of(ScriptInstance instance, String function, Fault fault, Throwable cause) {
        return new ScriptError(
                instance,
                function,
                fault.message(),
                fault.file(),
                fault.line(),
                fault.traceback(),
                fault.ends(),
                cause);
    }

    /** {@code file.lua:12: message}, as far as it is known. */
    public String located() {
        if (file == null) {
            return message;
        }
        return file + ":" + (line < 0 ? "" : line + ":") + " " + message;
    }
}
