package org.scriptsocket.lua;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What LuaJ's VM says, in the words of Lua, and without the names of Java's classes. */
final class VmMessages {

    private static final Pattern JAVA = Pattern.compile("(?s)vm error: [\\w.$]+(?:: (.*))?");
    private static final Pattern ARITHMETIC =
            Pattern.compile("attempt to perform arithmetic __\\w+ on (\\w+) and (\\w+)");
    private static final Pattern CONCATENATION = Pattern.compile("attempt to concatenate (\\w+) and (\\w+)");
    private static final Pattern COMPARISON =
            Pattern.compile("attempt to compare (?:__\\w+ on )?(\\w+) (?:and|with) (\\w+)(?: expected, got \\w+)?");
    private static final List<Replacement> ONE_VALUE = List.of(
            new Replacement("index expected, got (\\w+)", "attempt to index"),
            new Replacement("attempt to index \\? \\(a (\\w+) value\\)", "attempt to index"),
            new Replacement("attempt to call (\\w+)", "attempt to call"),
            new Replacement("attempt to get length of (\\w+)", "attempt to get length of"),
            new Replacement("attempt to perform arithmetic (?:'\\w+' )?on (\\w+)", "attempt to perform arithmetic on"));

    private VmMessages() {}

    /** What is said of one value. */
    private record Replacement(Pattern pattern, String words) {
        Replacement(String regex, String words) {
            this(Pattern.compile(regex), words);
        }
    }

    static String inLua(String message) {
        Matcher java = JAVA.matcher(message);
        if (java.matches()) {
            return java.group(1) == null ? "internal error" : java.group(1);
        }
        return message.startsWith("attempt to ") || message.startsWith("index ") ? attempt(message) : message;
    }

    private static String attempt(String message) {
        for (Replacement each : ONE_VALUE) {
            Matcher matcher = each.pattern().matcher(message);
            if (matcher.matches()) {
                return value(each.words(), matcher.group(1));
            }
        }
        Matcher comparison = COMPARISON.matcher(message);
        return comparison.matches() ? comparison(comparison.group(1), comparison.group(2)) : operation(message);
    }

    /** Of two values, the one that can not be what it should. */
    private static String operation(String message) {
        Matcher arithmetic = ARITHMETIC.matcher(message);
        if (arithmetic.matches()) {
            boolean second = arithmetic.group(1).equals("number");
            return value("attempt to perform arithmetic on", arithmetic.group(second ? 2 : 1));
        }
        Matcher concatenation = CONCATENATION.matcher(message);
        if (concatenation.matches()) {
            boolean second = Set.of("string", "number").contains(concatenation.group(1));
            return value("attempt to concatenate", concatenation.group(second ? 2 : 1));
        }
        return message;
    }

    private static String value(String words, String type) {
        return words + " a " + type + " value";
    }

    private static String comparison(String left, String right) {
        return left.equals(right)
                ? "attempt to compare two " + left + " values"
                : "attempt to compare " + left + " with " + right;
    }
}
