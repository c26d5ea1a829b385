package org.scriptsocket.kit.junit;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One {@code test_} function, as the text of its script declares it. */
record LuaTestFunction(String name, List<String> parameters, int line) {

    private static final Pattern DECLARATION =
            Pattern.compile("^[ \\t]*function\\s+(test_\\w+)\\s*\\(([^)]*)\\)", Pattern.MULTILINE);

    /** All that a script declares, in its order. */
    static List<LuaTestFunction> in(String source) {
        return DECLARATION
                .matcher(source)
                .results()
                .map(found -> of(source, found))
                .toList();
    }

    private static LuaTestFunction of(String source, MatchResult found) {
        List<String> parameters = Arrays.stream(found.group(2).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        int line = 1
                + (int) source.substring(0, found.start(1))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new LuaTestFunction(found.group(1), parameters, line);
    }

    boolean takesSelf() {
        return !parameters.isEmpty() && parameters.get(0).equals("self");
    }

    boolean takesDone() {
        return parameters.size() > (takesSelf() ? 1 : 0);
    }
}
