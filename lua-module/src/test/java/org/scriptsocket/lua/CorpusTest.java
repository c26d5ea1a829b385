package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs each program of the corpus in an engine of its own and compares, byte for byte, what it prints with what PUC Lua 5.1.5 printed,
 * as {@code src/test/lua/record} recorded it. {@code allowed.txt} has the cases that differ, each with a reason and what we print.
 */
class CorpusTest {

    private static final Map<String, String> ALLOWED = Corpus.sections("allowed.txt");

    @TestFactory
    Stream<DynamicContainer> everyCaseDoesWhatLua51Does() throws Exception {
        return subjects().map(CorpusTest::subject);
    }

    static Stream<String> subjects() throws Exception {
        Path folder = Path.of(CorpusTest.class.getResource("corpus").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".lua"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static DynamicContainer subject(String subject) {
        Map<String, String> recorded = Corpus.sections(subject + ".out");
        Map<String, String> cases = Corpus.sections(subject + ".lua");
        assertThat(recorded.keySet()).as("the recorded cases of " + subject).isEqualTo(cases.keySet());
        return DynamicContainer.dynamicContainer(
                subject,
                cases.entrySet().stream()
                        .map(each -> DynamicTest.dynamicTest(
                                subject + ": " + each.getKey(),
                                () -> compare(
                                        subject + ": " + each.getKey(),
                                        each.getValue(),
                                        recorded.getOrDefault(each.getKey(), "")))));
    }

    private static void compare(String name, String source, String recorded) {
        String printed = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> printed(source));
        if (ALLOWED.containsKey(name)) {
            String[] reasonAndOurs = ALLOWED.get(name).split("\n", 2);
            assertThat(reasonAndOurs[0]).as("the reason for " + name).startsWith("# ");
            assertThat(printed).as(name + " no longer differs").isNotEqualTo(recorded);
            assertThat(printed).as(name).isEqualTo(reasonAndOurs[1]);
        } else {
            assertThat(printed).as(name).isEqualTo(recorded);
        }
    }

    /** Thousands of cases each, of which a failure names the first lines that differ. */
    @ParameterizedTest
    @ValueSource(strings = {"numbers", "format", "patterns"})
    void generatedProgramsDoWhatLua51Does(String name) {
        String program = Corpus.text("generated/random.txt") + Corpus.text("generated/" + name + ".lua");
        List<String> printed = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> printed(program))
                .lines()
                .toList();
        List<String> recorded =
                Corpus.text("generated/" + name + ".out").lines().toList();
        List<String> differences = IntStream.range(0, Math.min(printed.size(), recorded.size()))
                .filter(line -> !printed.get(line).equals(recorded.get(line)))
                .mapToObj(line -> (line + 1) + ": " + recorded.get(line) + "\n   we: " + printed.get(line))
                .toList();
        assertThat(differences.stream().limit(10))
                .as(differences.size() + " lines differ")
                .isEmpty();
        assertThat(printed).hasSameSizeAs(recorded).hasSizeGreaterThan(3000);
    }

    private static String printed(String source) throws Exception {
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        StringWriter out = new StringWriter();
        engine.getContext().setWriter(out);
        engine.getContext().setReader(new StringReader(""));
        engine.eval(Corpus.text("driver.txt"));
        try {
            ((Invocable) engine).invokeFunction("run", source);
        } catch (ScriptException e) {
            out.write("the driver failed: " + e.getMessage());
        }
        return out.toString();
    }

    @Test
    void theCorpusIsLargeAndEveryAllowedDifferenceIsOfACase() throws Exception {
        List<String> all = subjects()
                .flatMap(subject ->
                        Corpus.sections(subject + ".lua").keySet().stream().map(name -> subject + ": " + name))
                .toList();
        assertThat(all).hasSizeGreaterThan(400).containsAll(ALLOWED.keySet());
    }
}
