package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Joins what the suites found to docs/target/matrix.md and matrix-*.md; runs after them. */
final class MatrixTest {

    private static final SortedMap<String, Path> CONTRACT = new TreeMap<>(Map.of(
            "jdk", Path.of("../plugin-api/jdk-transport/target/matrix/transport-jdk.tsv"),
            "jetty", Path.of("../jetty-transport/target/matrix/transport-jetty.tsv"),
            "memory", Path.of("../test-harness/kit/target/matrix/transport-memory.tsv")));

    private static final SortedMap<String, Path> RULES = new TreeMap<>(
            Map.of("jdk", Path.of("target/matrix/rules-jdk.tsv"), "jetty", Path.of("target/matrix/rules-jetty.tsv")));

    private static final Path ENGINES = Path.of("../test-harness/engines/target/matrix");

    private static final List<String> NAMES =
            List.of("beanshell", "graaljs", "groovy", "jruby", "jython", "kotlin", "lua", "luaj", "nashorn", "rhino");

    @Test
    void each_rule_has_a_row_and_each_engine_a_column_for_each_transport_that_it_ran_over() throws IOException {
        List<Path> files = NAMES.stream()
                .map(name -> ENGINES.resolve("engine-" + name + ".tsv"))
                .toList();
        assumeTrue(
                Stream.concat(files.stream(), RULES.values().stream()).allMatch(Files::exists),
                "not all of them were tested in this build");
        JoinedMatrix matrix = new JoinedMatrix();
        for (Path file : files) {
            matrix.withEngine(file);
        }
        for (Path file : RULES.values()) {
            matrix.withRules(file);
        }
        Files.write(Path.of("target", "matrix.md"), matrix.page());

        assertThat(matrix.rows()).hasSizeGreaterThan(44 + 80);
        assertThat(matrix.rows().values())
                .allSatisfy(row -> assertThat(row.values()).isNotEmpty().allMatch(MatrixTest::isSaid));
        assertThat(NAMES).allSatisfy(name -> assertThat(matrix.columns()).contains(name + " memory", name + " jetty"));
        Set<String> cases = matrix.column("lua memory").keySet();
        assertThat(cases).hasSizeGreaterThan(80);
        assertThat(List.of("lua", "luaj", "beanshell", "rhino"))
                .flatMap(name -> List.of(name + " memory", name + " jetty", name + " jdk"))
                .allSatisfy(column ->
                        assertThat(matrix.column(column).keySet()).as(column).containsAll(cases));
    }

    /** It holds, or why not. */
    private static boolean isSaid(String result) {
        return result.equals("yes") || result.startsWith("no: ") || result.startsWith("without ");
    }

    @Test
    void each_test_of_the_transport_contract_has_a_result_over_each_transport() throws IOException {
        assertThat(join(CONTRACT, "matrix-transport.md")).isGreaterThan(70);
    }

    @Test
    void each_rule_for_scripts_has_a_result_over_each_real_transport() throws IOException {
        assertThat(join(RULES, "matrix-rules.md")).isGreaterThan(44);
    }

    /** @return how many rows there are */
    private static int join(SortedMap<String, Path> files, String table) throws IOException {
        assumeTrue(files.values().stream().allMatch(Files::exists), "not all of them were tested in this build");
        Map<String, Map<String, String>> results = new TreeMap<>();
        files.values()
                .forEach(file -> read(file).forEach(line -> {
                    String[] cells = line.split("\t", -1);
                    results.computeIfAbsent(cells[0], rule -> new TreeMap<>()).put(cells[1], cells[2]);
                }));
        assertThat(results)
                .allSatisfy((rule, row) -> assertThat(row.keySet()).as(rule).isEqualTo(files.keySet()));
        List<String> lines = new ArrayList<>();
        lines.add("| rule | " + String.join(" | ", files.keySet()) + " |");
        lines.add("|---".repeat(files.size() + 1) + "|");
        results.forEach((rule, row) -> lines.add("| " + rule + " | " + String.join(" | ", row.values()) + " |"));
        Files.write(Path.of("target", table), lines);
        return results.size();
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
