package org.scriptsocket.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each rule, tried by a case, in each engine over each transport. */
final class JoinedMatrix {

    /** The numbers of a rule, then what is tried. */
    private static final Comparator<String> BY_RULE = Comparator.comparingInt(
                    (String rule) -> Integer.parseInt(rule.substring(0, rule.indexOf('.'))))
            .thenComparingInt(rule -> Integer.parseInt(rule.substring(rule.indexOf('.') + 1, rule.indexOf(' '))))
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, Map<String, String>> rows = new TreeMap<>(BY_RULE);
    private final Set<String> columns = new TreeSet<>();

    /** Adds what {@code EngineContract} has noted: case, engine, transport, result. */
    JoinedMatrix withEngine(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            add(cells[0], cells[1] + " " + cells[2], cells[3]);
        }
        return this;
    }

    /** Adds what {@code ContractRulesTest} has noted, in Lua: test, transport, result. */
    JoinedMatrix withRules(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            String rule = cells[0].replaceFirst("r(\\d+)_(\\d+)_", "$1.$2 ").replace('_', ' ');
            add(rule, "lua " + cells[1], cells[2]);
        }
        return this;
    }

    Map<String, Map<String, String>> rows() {
        return rows;
    }

    /** Engine and transport, with a blank between. */
    Set<String> columns() {
        return columns;
    }

    /** What came out in one column, by row. */
    Map<String, String> column(String name) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().containsKey(name))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().get(name)));
    }

    /** As a page of Markdown. */
    List<String> page() {
        List<String> notes = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(
                "# Rule by engine by transport",
                "",
                "Made by this build of what it has run: `x` holds; `.` was not run (`mvn -Pengines verify` runs all but what is only tried in Lua);",
                "a number: does not hold, see below. The numbers of the rules are those of the contract.",
                "",
                "| rule | " + String.join(" | ", columns) + " |",
                "|---" + "|:-:".repeat(columns.size()) + "|"));
        rows.forEach((rule, row) -> lines.add(columns.stream()
                .map(column -> mark(row.get(column), notes))
                .collect(Collectors.joining(" | ", "| " + rule + " | ", " |"))));
        lines.add("");
        notes.forEach(note -> lines.add((notes.indexOf(note) + 1) + ". " + note));
        return lines;
    }

    private static String mark(String result, List<String> notes) {
        if (result == null) {
            return ".";
        }
        if (result.equals("yes")) {
            return "x";
        }
        if (!notes.contains(result)) {
            notes.add(result);
        }
        return String.valueOf(notes.indexOf(result) + 1);
    }

    private void add(String rule, String column, String result) {
        columns.add(column);
        rows.computeIfAbsent(rule, unused -> new TreeMap<>()).put(column, result);
    }
}
