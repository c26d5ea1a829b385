package org.scriptsocket.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call of a logger in the sources of the project.
 *
 * @param logger the name of the logger, or a pattern of those that it may be
 * @param message with {@code {}} for each argument
 * @param arguments as the source has them
 */
record LogCall(Path file, String level, String logger, String message, String arguments) {

    private static final Pattern CALL = Pattern.compile(
            "\\b(?:log|LOG)\\s*\\.(trace|debug|info|warn|error)\\(\\s*\"([^\"]*)\"((?:[^;\"]|\"[^\"]*\")*)\\);");
    /** Whatever looks like a call, however it is written. */
    private static final Pattern MENTION = Pattern.compile(
            "(?i)\\blog(?:ger)?\\s*\\.(?:trace|debug|info|warn|error|log|makeLoggingEventBuilder|at[A-Z]\\w*)\\s*\\(");

    private static final Pattern LOGGER = Pattern.compile("getLogger\\((?:\"([^\"]*)\"|(\\w+)\\.class)\\)");

    /** All there are. */
    static Stream<LogCall> inSources() throws IOException {
        return sources().stream().flatMap(LogCall::in);
    }

    /** How many places look like one. */
    static long mentioned() throws IOException {
        return sources().stream()
                .mapToLong(file -> MENTION.matcher(text(file)).results().count())
                .sum();
    }

    /** A pattern of the line that it writes. */
    Pattern line() {
        String text = Stream.of(message.split("\\{}", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(
                "(?m)^(?:\\[[^\\]]*\\] )?" + level.toUpperCase(Locale.ROOT) + " " + logger + " - " + text);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../.."))) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("src/main/java"))
                    .toList();
        }
    }

    private static Stream<LogCall> in(Path file) {
        String text = text(file);
        String logger = LOGGER.matcher(text)
                .results()
                .findFirst()
                .map(found -> name(found, text))
                .orElse("org\\.scriptsocket\\S*");
        return CALL.matcher(text)
                .results()
                .map(call -> new LogCall(file, call.group(1), logger, call.group(2), call.group(3)));
    }

    private static String name(MatchResult found, String text) {
        if (found.group(1) != null) {
            return Pattern.quote(found.group(1));
        }
        String declared = text.lines()
                .filter(line -> line.startsWith("package "))
                .findFirst()
                .orElseThrow();
        return Pattern.quote(declared.replaceAll("^package |;.*$", "") + "." + found.group(2));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
