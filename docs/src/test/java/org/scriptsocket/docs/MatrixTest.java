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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Joins what the transport contract found over each transport to docs/target/matrix.md. */
final class MatrixTest {

    private static final Map<String, Path> FOUND = new TreeMap<>(Map.of(
            "jdk", Path.of("../plugin-api/jdk-transport/target/matrix/transport-jdk.tsv"),
            "jetty", Path.of("../jetty-transport/target/matrix/transport-jetty.tsv"),
            "memory", Path.of("../test-harness/kit/target/matrix/transport-memory.tsv")));

    @Test
    void each_rule_has_a_result_over_each_transport() throws IOException {
        assumeTrue(FOUND.values().stream().allMatch(Files::exists), "the transports were not tested in this build");
        Map<String, Map<String, String>> results = new TreeMap<>();
        FOUND.values()
                .forEach(file -> read(file).forEach(line -> {
                    String[] cells = line.split("\t", -1);
                    results.computeIfAbsent(cells[0], rule -> new TreeMap<>()).put(cells[1], cells[2]);
                }));
        write(results);
        assertThat(results.size()).isGreaterThan(70);
        assertThat(results)
                .allSatisfy((rule, byTransport) ->
                        assertThat(byTransport.keySet()).as(rule).isEqualTo(FOUND.keySet()));
    }

    private static void write(Map<String, Map<String, String>> results) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| rule | " + String.join(" | ", FOUND.keySet()) + " |");
        lines.add("|---".repeat(FOUND.size() + 1) + "|");
        results.forEach((rule, byTransport) -> lines.add("| " + rule + " | "
                + String.join(
                        " | ",
                        FOUND.keySet().stream()
                                .map(name -> byTransport.getOrDefault(name, ""))
                                .toList())
                + " |"));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "matrix.md"), lines);
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
