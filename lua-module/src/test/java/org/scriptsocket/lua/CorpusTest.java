package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each program of the corpus in an engine of its own and compares, byte for byte, what it prints with what PUC Lua 5.1.5 printed,
 * as {@code src/test/lua/record} recorded it. {@code allowed.txt} has the cases that differ, each with a reason and what we print.
 */
class CorpusTest {

    private static final Map<String, String> ALLOWED = Corpus.sections("allowed.txt");
    private static final List<String> PENDING = Corpus.text("pending.txt").lines().toList();

    @TestFactory
    Stream<DynamicContainer> everyCaseDoesWhatLua51Does() throws Exception {
        return subjects().map(CorpusTest::subject);
    }

    static Stream<String> subjects() throws Exception {
        Path folder = Path.of(CorpusTest.class.getResource("corpus").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
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
            Assumptions.assumeFalse(PENDING.contains(name) && !printed.equals(recorded));
            assertThat(printed).as(name).isEqualTo(recorded);
        }
    }

    private static String printed(String source) throws Exception {
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        StringWriter out = new StringWriter();
        engine.getContext().setWriter(out);
        engine.eval(Corpus.text("driver.txt"));
        ((Invocable) engine).invokeFunction("run", source);
        return out.toString();
    }

    @Test
    void theCorpusIsLargeAndEveryAllowedDifferenceIsOfACase() throws Exception {
        List<String> all = subjects()
                .flatMap(subject ->
                        Corpus.sections(subject + ".lua").keySet().stream().map(name -> subject + ": " + name))
                .toList();
        assertThat(all).hasSizeGreaterThan(90).containsAll(ALLOWED.keySet());
    }
}
