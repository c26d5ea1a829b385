package org.scriptsocket.lua;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script of a folder of hostile ones.
 *
 * @param ends what it may end as: the names of budgets, {@code fine}, {@code error} or {@code error: text}
 */
record Attack(String group, String name, List<String> ends, String source) {

    static final List<String> GROUPS = List.of("time", "swallow", "stack", "memory", "escape", "websocket", "others");

    /** All scripts of a group; each begins with a line {@code --- name => end|end}. */
    static Stream<Attack> all(String group) {
        return Corpus.sectionsOf("attacks/" + group + ".lua").entrySet().stream()
                .map(section -> of(group, section.getKey(), section.getValue()));
    }

    private static Attack of(String group, String line, String source) {
        String[] parts = line.split(" => ", -1);
        return new Attack(
                group,
                parts[0],
                Arrays.stream(parts[1].split("\\|")).map(String::strip).toList(),
                source);
    }

    /** Whether it may end so. */
    boolean allows(Outcome outcome) {
        return ends.stream().anyMatch(outcome::is);
    }

    /** Whether the time it has may be over. */
    boolean mayRunOut() {
        return ends.contains("time") || ends.contains("instructions");
    }

    @Override
    public String toString() {
        return group + ": " + name;
    }
}
