package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scriptsocket.jdk.JdkTransport;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Transport;

/** The table of docs/transports.md says what the transports declare. */
final class TransportsPageTest {

    private static final List<Transport> TRANSPORTS =
            List.of(new JettyTransport(), new MemoryTransport(), new JdkTransport());

    @Test
    void each_capability_has_a_row_that_is_true() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Capability capability : Capability.values()) {
            List<String> cells = new ArrayList<>(List.of("`" + capability + "`"));
            TRANSPORTS.forEach(transport -> cells.add(transport.capabilities().contains(capability) ? "yes" : "no"));
            rows.add("| " + String.join(" | ", cells) + " |");
        }
        assertThat(lines().filter(line -> line.startsWith("| `") && line.contains("| yes |"))
                        .map(line -> line.substring(0, line.lastIndexOf(" | ") + 2)))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void the_columns_are_the_transports_by_name() throws IOException {
        String names =
                String.join(" | ", TRANSPORTS.stream().map(Transport::name).toList());
        assertThat(lines()).contains("| capability | " + names + " | without it |");
    }

    @Test
    void the_errors_of_what_is_asked_for_are_the_ones_that_are_told() throws IOException {
        String page = Files.readString(Path.of("transports.md"));
        assertThat(Arrays.stream(Capability.values()).filter(Capability::isAskedFor))
                .allSatisfy(capability ->
                        assertThat(page).contains("can not " + capability.what().replaceFirst(", so .*", "")));
    }

    @Test
    void a_scenario_either_runs_over_the_jdk_or_is_said_not_to_with_the_capability_that_forbids_it()
            throws IOException {
        List<String> run = Files.readAllLines(Path.of("..", ".ci", "scenarios-jdk"));
        List<String> not = lines().filter(line -> line.matches("\\| `[A-Z_]+` \\| .*`[a-z].*"))
                .filter(line -> !line.contains("| yes |"))
                .flatMap(line ->
                        Pattern.compile("`([a-z][a-z0-9_]+)`").matcher(line).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(not).doesNotHaveDuplicates().doesNotContainAnyElementsOf(run);
        assertThat(run).doesNotHaveDuplicates();
        assertThat(Files.readString(Path.of("transports.md")))
                .contains("Of the " + (run.size() + not.size()) + " scenarios")
                .contains(run.size() + " pass over it");
    }

    private static Stream<String> lines() throws IOException {
        return Files.readString(Path.of("transports.md")).lines();
    }
}
