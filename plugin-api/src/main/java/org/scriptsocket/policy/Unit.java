package org.scriptsocket.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a limit is written in settings; the first suffix is the one to use when none is given. */
enum Unit {
    BYTES("a size such as 16MiB, 64KiB or 512", suffixes("", 1, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30)),
    TIME("a time such as 3s or 500ms", suffixes("ms", 1, "s", 1_000, "min", 60_000)),
    COUNT("a whole number", suffixes("", 1));

    static final long DAY_MILLIS = 24L * 3600 * 1000;

    private static final Pattern VALUE = Pattern.compile("(\\d{1,18})\\s*([A-Za-z]*)");

    private final String expected;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
    private final Map<String, Long> suffixes;

    Unit(String expected, Map<String, Long> suffixes) {
        this.expected = expected;
        this.suffixes = suffixes;
    }

    long parse(String name, String text) {
        Matcher value = VALUE.matcher(text.strip());
        Long factor = value.matches() ? suffixes.get(value.group(2)) : null;
        if (factor == null) {
            throw new IllegalArgumentException(name + ": " + expected + " expected, got '" + text + "'");
        }
        try {
            return Math.multiplyExact(Long.parseLong(value.group(1)), factor);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + ": '" + text + "' is too large", e);
        }
    }

    String format(long value) {
        String best = Long.toString(value);
        for (Map.Entry<String, Long> suffix : suffixes.entrySet()) {
            if (value % suffix.getValue() == 0 && (value != 0 || suffix.getValue() == 1)) {
                best = value / suffix.getValue() + suffix.getKey();
            }
        }
        return best;
    }

    private static Map<String, Long> suffixes(Object... namesAndFactors) {
        Map<String, Long> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            all.put((String) namesAndFactors[i], ((Number) namesAndFactors[i + 1]).longValue());
        }
        return all;
    }
}
