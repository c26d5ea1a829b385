package org.scriptsocket.script;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** Finds out where a script failed from what its engine threw, or from the calls that its language tells. */
final class GenericFaults {

    /** What {@link ScriptException#getMessage} adds to the message. */
    private static final Pattern POSITION =
            Pattern.compile("\\s+in [^\\n]+ at line number \\d+( at column number \\d+)?$");
    /** Kotlin's own names for what it evaluates. */
    private static final Pattern KOTLIN_FILE = Pattern.compile("\\w+_Line_\\d+\\.kts");

    private final Set<String> files;
    /** Whether the engine has one script, whose name it does not know. */
    private final boolean nameless;
    /** What is to be added to a line. */
    private final int offset;

    private GenericFaults(Set<String> files, boolean nameless, int offset) {
        this.files = files;
        this.nameless = nameless;
        this.offset = offset;
    }

    /** @param files the names of the scripts that were loaded; may grow */
    static GenericFaults of(ScriptEngine engine, Set<String> files) {
        String name = engine.getFactory().getEngineName().toLowerCase(Locale.ROOT);
        boolean nameless = name.contains("beanshell") || name.contains("kotlin");
        // Rhino's engine counts lines from 0.
        return new GenericFaults(files, nameless, name.equals("rhino") ? 1 : 0);
    }

    /** @param calls a line for each, innermost first, with {@code file:line} somewhere in it */
    Fault of(String message, String calls) {
        String own = calls.lines()
                .filter(call -> position(call) != null)
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        Position first = own.lines().findFirst().map(this::position).orElse(null);
        return first == null
                ? new Fault(message, null, -1, "")
                : new Fault(message, first.file(), first.line(), own + "\n");
    }

    Fault of(Throwable thrown) {
        Throwable root = innermost(thrown);
        String calls = Stream.of(root.getStackTrace())
                .filter(this::isOwn)
                .map(this::call)
                .collect(Collectors.joining("\n"));
        if (!calls.isEmpty()) {
            return of(message(root), calls);
        }
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ScriptException e && e.getLineNumber() >= 0) {
                String file = nameless ? soleFile() : e.getFileName();
                return new Fault(message(root), file, e.getLineNumber() + offset, "");
            }
        }
        Position told = position(KOTLIN_FILE
                .matcher(withoutWarnings(String.valueOf(thrown.getMessage())))
                .replaceAll(Matcher.quoteReplacement(String.valueOf(soleFile()))));
        return told == null
                ? new Fault(message(root), null, -1, "")
                : new Fault(message(root), told.file(), told.line(), "");
    }

    private record Position(String file, int line) {}

    private @Nullable Position position(String text) {
        for (String file : files) {
            Matcher matcher = Pattern.compile("(?<![\\w.])" + Pattern.quote(file) + ": ?(\\d+)")
                    .matcher(text);
            if (matcher.find()) {
                return new Position(file, Integer.parseInt(matcher.group(1)) + offset);
            }
        }
        return null;
    }

    private boolean isOwn(StackTraceElement element) {
        String file = element.getFileName();
        return file != null
                && (files.contains(file)
                        || nameless && KOTLIN_FILE.matcher(file).matches());
    }

    private String call(StackTraceElement element) {
        String file = String.valueOf(element.getFileName());
        return (files.contains(file) ? file : soleFile()) + ":" + element.getLineNumber() + ": in "
                + element.getMethodName();
    }

    private @Nullable String soleFile() {
        return files.stream().findFirst().orElse(null);
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ScriptException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Kotlin's compiler says them before the errors. */
    private static String withoutWarnings(String message) {
        return message.lines().filter(line -> !line.startsWith("WARNING ")).collect(Collectors.joining("\n"));
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null
                ? thrown.toString()
                : POSITION.matcher(withoutWarnings(message)).replaceFirst("");
    }
}
