package org.scriptsocket.script;

import java.util.Set;
import java.util.regex.Pattern;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** Finds out where a script failed from what its engine threw. */
final class GenericFaults {

    /** What {@link ScriptException#getMessage} adds to the message. */
    private static final Pattern POSITION = Pattern.compile(" in \\S+ at line number \\d+( at column number \\d+)?$");

    private GenericFaults() {}

    /** @param files the names of the scripts that were loaded */
    static Fault of(Throwable thrown, Set<String> files) {
        StringBuilder traceback = new StringBuilder();
        StackTraceElement first = null;
        for (StackTraceElement element : thrown.getStackTrace()) {
            String file = element.getFileName();
            if (file != null && files.contains(file)) {
                first = first == null ? element : first;
                traceback
                        .append(file)
                        .append(':')
                        .append(element.getLineNumber())
                        .append(": in ");
                traceback.append(element.getMethodName()).append('\n');
            }
        }
        return fault(thrown, first, traceback.toString());
    }

    private static Fault fault(Throwable thrown, @Nullable StackTraceElement first, String traceback) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ScriptException e && e.getLineNumber() >= 0) {
                return new Fault(message(e), e.getFileName(), e.getLineNumber(), traceback);
            }
        }
        return first == null
                ? new Fault(message(thrown), null, -1, traceback)
                : new Fault(message(thrown), first.getFileName(), first.getLineNumber(), traceback);
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.toString() : POSITION.matcher(message).replaceFirst("");
    }
}
