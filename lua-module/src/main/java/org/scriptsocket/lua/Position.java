package org.scriptsocket.lua;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Level;
import org.scriptsocket.lua.vm.LuaError;

/**
 * A place in a script.
 *
 * @param line from 1, or -1 if it is not known
 */
record Position(String file, int line) {

    private static final Pattern PREFIX = Pattern.compile("(?s)(.+?):(\\d+): (.*)");

    /** Where the innermost function of a script was that an error ended, or null. */
    static @Nullable Position innermost(LuaError error) {
        Level level = error.traceback().innermost();
        return level == null ? null : new Position(level.file(), level.line());
    }

    /** The position at the beginning of a message, or null. */
    static @Nullable Position in(String message) {
        Matcher matcher = PREFIX.matcher(message);
        return matcher.matches() ? new Position(matcher.group(1), Integer.parseInt(matcher.group(2))) : null;
    }

    /** The message without this position at its beginning. */
    String strip(String message) {
        String prefix = this + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    @Override
    public String toString() {
        return file + ":" + (line < 0 ? "?" : line);
    }
}
