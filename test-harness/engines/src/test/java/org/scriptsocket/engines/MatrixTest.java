package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makes {@code target/engines.md} of the results of the engines: each case of the contract, and who keeps it. */
final class MatrixTest {

    private static final Path RESULTS = Path.of("target", "engines");

    private static final Set<String> ENGINES =
            Set.of("lua", "nashorn", "rhino", "graaljs", "groovy", "jython", "beanshell", "jruby", "kotlin", "luaj");

    @Test
    void the_matrix_has_every_engine_and_every_failure_a_reason() throws IOException {
        Map<String, Map<String, String[]>> engines = new TreeMap<>();
        try (Stream<Path> files = Files.list(RESULTS)) {
            for (Path file : files.sorted().toList()) {
                engines.put(file.getFileName().toString().replace(".txt", ""), read(file));
            }
        }
        Files.write(Path.of("target", "engines.md"), page(engines));

        assertThat(engines.keySet()).containsExactlyInAnyOrderElementsOf(ENGINES);
        assertThat(engines.values())
                .allSatisfy(cases -> assertThat(cases.values())
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row[0]).isIn("kept", "not kept"))
                        .filteredOn(row -> row[0].equals("not kept"))
                        .allSatisfy(row -> assertThat(row[2]).isNotBlank()));
    }

    private static Map<String, String[]> read(Path file) throws IOException {
        Map<String, String[]> cases = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] row = line.split("\t", -1);
            cases.put(row[1], row);
        }
        return cases;
    }

    private static List<String> page(Map<String, Map<String, String[]>> engines) {
        Set<String> ids = new TreeSet<>();
        engines.values().forEach(cases -> ids.addAll(cases.keySet()));
        List<String> lines = new ArrayList<>(List.of("# What each engine keeps", ""));
        lines.add("`x` it keeps it, a number: why not, `.` not tried in this build (`-Pengines` tries all).");
        lines.add("");
        lines.add("| case | " + String.join(" | ", engines.keySet()) + " |");
        lines.add("|---|" + "---|".repeat(engines.size()));
        List<String> reasons = new ArrayList<>();
        for (String id : ids) {
            StringBuilder line = new StringBuilder("| " + id);
            engines.values().forEach(cases -> line.append(" | ").append(mark(cases.get(id), reasons)));
            lines.add(line + " |");
        }
        lines.add("");
        for (int i = 0; i < reasons.size(); i++) {
            lines.add(i + 1 + ". " + reasons.get(i));
        }
        return lines;
    }

    private static String mark(String[] row, List<String> reasons) {
        if (row == null) {
            return ".";
        }
        if (row.length < 3) {
            return row[0].equals("kept") ? "x" : row[0];
        }
        if (!reasons.contains(row[2])) {
            reasons.add(row[2]);
        }
        return Integer.toString(reasons.indexOf(row[2]) + 1);
    }
}
