package org.scriptsocket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That it runs; the figures of so short a run mean nothing. */
class BenchTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void thePageHasARowForEachContenderOfEachWorkload() throws IOException {
        List<String> contenders = List.of("lua", "jetty-core", "nio");

        int status = bench(
                "--quick",
                "--rounds",
                "1",
                "--seconds",
                "0.05",
                "--idle",
                "20",
                "--rest",
                "0.05",
                "--crowd",
                "5",
                "--starts",
                "1",
                "--out",
                folder.toString(),
                "--contenders",
                String.join(",", contenders));

        assertThat(status).isZero();
        String page = Files.readString(folder.resolve("bench.md"));
        assertThat(out).hasToString(page);
        for (String contender : contenders) {
            assertThat(page.lines().filter(line -> line.startsWith("| " + contender + " |")))
                    .as("the workloads, idle connections and start-up of %s", contender)
                    .hasSize(Workload.ALL.size() + (contender.equals("lua") ? 3 : 2));
        }
        assertThat(page)
                .contains("\n| an idle JVM | 0 |", "\n| lua | 20 |", "\n| lua | 10 |")
                .contains("\n| 1 | 1 | 1 |", "\n| 1 | 1 | 5 |", "\n| 1 | 5 | 1 |", "\n| 5 | 1 | 1 |");
        assertThat(folder.resolve("bench.svg"))
                .content()
                .startsWith("<svg")
                .contains("lua", "64 KiB", "lua, 20", "5 x 1 x 1", "first echo, ms");
    }

    @Test
    void theBenchmarksOfPartsRun() {
        PrintStream standard = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(bench("--jmh", "--quick")).isZero();
        } finally {
            System.setOut(standard);
        }
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("UpdateBenchmark.empty", "MessageBenchmark.deliver", "MessageBenchmark.send")
                .contains("MessageBenchmark.text", "FrameBenchmark.batch", "ns/op");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThat(bench("--workloads", "pong")).isNotZero();
        assertThat(bench("--contenders", "lua,fast")).isNotZero();
        assertThat(out.toString()).contains("there is no workload 'pong'", "there is no contender 'fast'");
    }

    private int bench(String... arguments) {
        CommandLine command = new CommandLine(new Bench());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(new StringWriter()));
        command.setExecutionExceptionHandler((failure, line, result) -> {
            out.append(failure.getMessage()).append('\n');
            return 1;
        });
        return command.execute(arguments);
    }
}
