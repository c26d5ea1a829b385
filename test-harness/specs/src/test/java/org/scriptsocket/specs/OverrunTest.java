package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Code that never waits ends too, and the run goes on. */
class OverrunTest {

    private static final String SAYS = ": the limit of 200 ms has passed in code that never waits";

    private Runs runs = new Runs(Path.of("."));

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder).with(SpecSettings.LIMIT, "200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "pcall(function() while true do end end)",
                "while true do pcall(error) end",
                "coroutine.wrap(function() while true do end end)()",
                "eventually(function() while true do end end)",
                "harness.virtual_time() while true do end",
                "harness.virtual_time() websocket.connect(harness.server().url, nil, function() while true do end end) sleep(9000)"
            })
    void aLoopWithoutEndFailsItsTestWithItsLineAndTheOthersRun(String loop) {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  it('loops', function()",
                loop,
                "  end)",
                "  it('goes on', function() end)",
                "end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("loops");
        assertThat(Runs.failure(results)).contains("chat_spec.lua:3" + SAYS);
        assertThat(Runs.succeeded(results)).containsExactly("goes on");
    }

    @Test
    void whatComesAfterATestIsDoneAfterALoopTooAndMayNotLoopEither() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  local seen = {}",
                "  after_each(function() seen[#seen + 1] = 'after' end)",
                "  describe('b', function()",
                "    after_each(function() while true do end end)",
                "    it('loops', function() finally(function() seen[#seen + 1] = 'finally' end) while true do end end)",
                "  end)",
                "  it('sees it', function() assert.same({'finally', 'after'}, seen) end)",
                "end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("loops");
        assertThat(Runs.failure(results))
                .contains("chat_spec.lua:6" + SAYS)
                .contains("\n\nand then: ")
                .contains("chat_spec.lua:5" + SAYS);
        assertThat(Runs.succeeded(results)).containsExactly("sees it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "teardown"})
    void aLoopInAHookOfABlockFailsTheBlock(String hook) {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  " + hook + "(function() while true do end end)",
                "  it('one', function() end)",
                "end)",
                "describe('b', function() it('two', function() end) end)");
        assertThat(Runs.failure(results)).contains("chat_spec.lua:2" + SAYS);
        assertThat(Runs.succeeded(results)).contains("two");
    }

    @Test
    void aFileThatDoesNotEndWhenItIsEvaluatedIsATestThatFails() {
        runs.write("a_spec.lua", "describe('a', function()", "  while true do end", "end)");
        runs.write("b_spec.lua", "describe('b', function() it('two', function() end) end)");
        EngineExecutionResults results =
                runs.select(DiscoverySelectors.selectDirectory(runs.folder().toFile()));
        assertThat(Runs.failures(results)).containsOnlyKeys("ends when it is evaluated");
        assertThat(Runs.failure(results)).contains("a_spec.lua:2" + SAYS);
        assertThat(Runs.succeeded(results)).containsExactly("two");
    }
}
