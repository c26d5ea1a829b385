package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Assertions of a spec that fail, as the JUnit Platform sees them. */
class AssertionFailuresTest {

    private Runs runs = new Runs(Path.of("."));

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @Test
    void aFailureHasTheLineOfTheSpecAndADiff() {
        String failure = Runs.failure(runs.test("local a = {1, {b = 'x'}}", "assert.are.same(a, {1, {b = 'y'}})"));
        assertThat(failure).contains("""
                        /chat_spec.lua:3: Expected objects to be the same.
                        Passed in:
                        (table) {
                          [1] = 1
                         *[2] = {
                           *[b] = 'y' } }
                        Expected:
                        (table) {
                          [1] = 1
                         *[2] = {
                           *[b] = 'x' } }
                        """).doesNotContain("scriptsocket/");
    }

    @Test
    void aFailureInAFunctionOfTheSpecHasThatLine() {
        assertThat(Runs.failure(runs.test("local function check(v)", "assert.is_true(v)", "end", "check(false)")))
                .contains("/chat_spec.lua:3: Expected objects to be the same.");
    }

    @Test
    void aFailureInACallbackFailsTheTest() {
        assertThat(Runs.failure(runs.test(
                        "local server = harness.server()",
                        "server:otherwise():close(4000)",
                        "local c = websocket.connect(server.url, {timeout = 9000}, function(self, connection, data)",
                        "assert.equal('nothing', data.message, 'in the callback')",
                        "end)",
                        "await(c, 'disconnected')")))
                .contains("/chat_spec.lua:5: in the callback\nExpected objects to be equal.")
                .doesNotContain("scriptsocket/assertions");
    }

    @Test
    void theSpiesOfATestEndWithIt() {
        EngineExecutionResults results = runs.run(
                "local t = {f = function() return 1 end}",
                "describe('spies', function()",
                "  before_each(function() spy.on(t, 'f') end)",
                "  it('a', function() stub(t, 'f').returns(2) assert.equal(2, t.f()) end)",
                "  it('b', function() assert.equal(1, t.f()) assert.spy(t.f).was.called(1) error('fails') end)",
                "  it('c', function() assert.equal(1, t.f()) assert.spy(t.f).was.called(1) end)",
                "end)",
                "describe('after them', function()",
                "  it('nothing is spied on', function() assert.is_function(t.f) end)",
                "end)");
        assertThat(Runs.succeeded(results)).containsExactly("a", "c", "nothing is spied on");
    }

    @Test
    void theSpiesOfABlockEndWithIt() {
        EngineExecutionResults results = runs.run(
                "local t = {f = function() return 1 end}",
                "describe('a block', function()",
                "  setup(function() stub(t, 'f').returns(2) end)",
                "  it('a', function() assert.equal(2, t.f()) end)",
                "  it('b', function() assert.equal(2, t.f()) end)",
                "end)",
                "describe('another', function()",
                "  it('c', function() assert.equal(1, t.f()) end)",
                "end)");
        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.succeeded(results)).containsExactly("a", "b", "c");
    }
}
