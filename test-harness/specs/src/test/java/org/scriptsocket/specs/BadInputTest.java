package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class BadInputTest {

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @Test
    void aSpecThatDoesNotParseFailsWithItsLineAndTheOthersRun() {
        runs.write("a_spec.lua", "describe('a', function()", "  it('one' function() end)", "end)");
        runs.write("b_spec.lua", "describe('b', function() it('two', function() end) end)");
        EngineExecutionResults results =
                runs.select(selectDirectory(runs.folder().toFile()));
        assertThat(Runs.failure(results)).contains("a_spec.lua:2: ");
        assertThat(Runs.succeeded(results)).containsExactly("two");
    }

    @Test
    void aSpecThatThrowsFailsWithItsLineAndWhatItHadDeclaredRuns() {
        EngineExecutionResults results = runs.run(
                "describe('a', function() it('one', function() end) end)",
                "local none",
                "none.field = 1",
                "describe('b', function() it('never', function() end) end)");
        assertThat(Runs.failure(results)).contains("chat_spec.lua:3: attempt to index");
        assertThat(Runs.succeeded(results)).containsExactly("one");
    }

    @Test
    void aBlockThatThrowsFailsWithItsLineAndTheOthersRun() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  it('one', function() end)",
                "  error('no')",
                "end)",
                "describe('b', function() it('two', function() end) end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("the body of 'a'");
        assertThat(Runs.failure(results)).contains("chat_spec.lua:3: no\nstack traceback:\n\t");
        assertThat(Runs.succeeded(results)).containsExactly("one", "two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            it('x', function() end)                          | 1 | it 'x' must stand in a describe
            pending('x')                                     | 1 | pending 'x' must stand in a describe
            describe('', function() end)                     | 1 | describe: the name is empty
            describe('  ', function() end)                   | 1 | describe: the name is empty
            describe(nil, function() end)                    | 1 | describe: a name expected, got nil
            describe({}, function() end)                     | 1 | describe: a name expected, got table
            context(function() end)                          | 1 | context: a name expected, got function
            describe('x')                                    | 1 | describe 'x': a function expected, got nil
            describe('x', function() it('', print) end)      | 1 | it: the name is empty
            describe('x', function() it('y') end)            | 1 | it 'y': a function expected, got nil
            describe('x', function() it('y', 1) end)         | 1 | it 'y': a function expected, got number
            before_each(1)                                   | 1 | before_each: a function expected, got number
            setup()                                          | 1 | setup: a function expected, got nil
            finally(print)                                   | 1 | 'finally' can only be called in a test
            sleep(1)                                         | 1 | 'sleep' can only be called in a test or a hook
            """)
    void aWrongDeclarationFailsWithItsLineAndTheOthersRun(String line, int number, String message) {
        EngineExecutionResults results = runs.run(line, "describe('good', function() it('works', function() end) end)");
        assertThat(Runs.failure(results)).contains("chat_spec.lua:" + number + ": " + message);
        if (!line.startsWith("before")
                && !line.startsWith("setup")
                && !line.startsWith("fin")
                && !line.startsWith("sl")) {
            assertThat(Runs.succeeded(results)).containsExactly("works");
        }
    }

    @Test
    void aNameThatIsThereAlreadyFailsWithBothLinesAndTheFirstRuns() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  it('one', function() end)",
                "  it('one', function() end)",
                "  it('one', function() end)",
                "end)",
                "describe('a', function() it('two', function() end) end)",
                "describe('b', function() it('one', function() end) end)");
        assertThat(Runs.failures(results))
                .containsOnlyKeys("it 'one' (line 3)", "it 'one' (line 4)", "describe 'a' (line 6)");
        assertThat(Runs.failures(results).get("it 'one' (line 3)"))
                .contains("chat_spec.lua:3: it 'one' is there already, in line 2");
        assertThat(Runs.failures(results).get("describe 'a' (line 6)"))
                .contains("chat_spec.lua:6: describe 'a' is there already, in line 1");
        assertThat(Runs.succeeded(results)).containsExactly("one", "one");
    }

    @Test
    void aTestThatIsDeclaredTwiceInOneLineFailsToo() {
        EngineExecutionResults results =
                runs.run("describe('a', function()", "  for i = 1, 3 do it('one', function() end) end", "end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("it 'one' (line 2)", "it 'one' (line 2) again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            it('x', print)        | 'it' can not be called in a test or a hook, only in a describe
            describe('x', print)  | 'describe' can not be called in a test or a hook, only in a describe
            before_each(print)    | 'before_each' can not be called in a test or a hook, only in a describe
            teardown(print)       | 'teardown' can not be called in a test or a hook, only in a describe
            """)
    void aDeclarationInsideATestFailsItWithItsLine(String line, String message) {
        assertThat(Runs.failure(runs.test("", line))).contains("chat_spec.lua:3: " + message);
    }

    @Test
    void aProblemIsATestWithItsLineAndAnId() {
        Path file = runs.write("chat_spec.lua", "", "it('x', function() end)");
        EngineExecutionResults results = runs.select(selectFile(file.toFile()));
        Event failed = results.testEvents().failed().list().get(0);
        FileSource source = (FileSource) failed.getTestDescriptor().getSource().orElseThrow();
        assertThat(source.getPosition().orElseThrow().getLine()).isEqualTo(2);
        assertThat(Runs.failure(
                        runs.select(selectUniqueId(failed.getTestDescriptor().getUniqueId()))))
                .contains("must stand in a describe");
    }

    @Test
    void aSpecThatDoesNotParseFailsThoughATagIsAskedFor() {
        runs.write("a_spec.lua", "", "describe)");
        runs.write("b_spec.lua", "describe('b', function() it('two #slow', function() end) end)");
        EngineExecutionResults results = runs.with(TagFilter.includeTags("slow"))
                .select(selectDirectory(runs.folder().toFile()));
        assertThat(Runs.failure(results)).contains("a_spec.lua:2: ");
        assertThat(Runs.succeeded(results)).containsExactly("two #slow");
    }

    @Test
    void aTestThatIsGoneWhenTheFileIsEvaluatedAgainSaysSo() {
        EngineExecutionResults results = runs.run(
                "local name = tostring({})",
                "describe('a', function() it(name, function() end) it('two', function() end) end)");
        assertThat(Runs.failure(results))
                .contains("chat_spec.lua:2: ", "declares other tests each time it is evaluated");
        assertThat(Runs.succeeded(results)).containsExactly("two");
    }

    @Test
    void anEmptySpecHasNoTests() {
        EngineExecutionResults results = runs.run("-- nothing yet");
        assertThat(List.of(results.testEvents().count(), (long)
                        Runs.failures(results).size()))
                .containsOnly(0L);
    }
}
