package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class VirtualTimeTest {

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    private void works(String... lines) {
        assertThat(Runs.failures(runs.run(lines))).isEmpty();
    }

    @Test
    void anHourOfSleepTakesNoTime() {
        long before = System.nanoTime();
        works("harness.virtual_time()", "describe('a', function() it('b', function() sleep(60 * 60 * 1000) end) end)");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void itIsSaidForAFileABlockOrATest() {
        works("harness.virtual_time()", "describe('a', function() it('one', function() harness.advance(1e6) end) end)");
        works(
                "describe('a', function()",
                "  harness.virtual_time()",
                "  setup(function() harness.advance(1e6) end)",
                "  describe('b', function() it('one', function() harness.advance(1e6) end) end)",
                "  teardown(function() harness.advance(1e6) end)",
                "end)",
                "describe('c', function()",
                "  it('two', function() assert(not pcall(harness.advance, 1)) end)",
                "  it('three', function() harness.virtual_time() harness.advance(1e6) end)",
                "  it('four', function() assert(not pcall(harness.advance, 1)) end)",
                "end)");
    }

    @Test
    void aConnectThatNobodyAnswersEndsAtItsDeadlineAndNotBefore() {
        works(
                "harness.virtual_time()",
                "describe('a', function() it('b', function()",
                "  local c = websocket.connect('ws://10.0.0.1', { timeout = 3000 })",
                "  harness.advance(2999)",
                "  assert(not pcall(await, c, 'error', 0))",
                "  harness.advance(1)",
                "  assert(await(c, 'error', 0).message == 'Connect sequence timed out')",
                "end) end)");
    }

    @Test
    void aClosingHandshakeThatNobodyAnswersEndsAtItsLimitAndNotBefore() {
        works(
                "harness.virtual_time()",
                "describe('a', function() it('b', function()",
                "  local server = harness.server()",
                "  server:on('/'):ignore()",
                "  local c = websocket.connect(server.url)",
                "  await(c, 'connected')",
                "  websocket.disconnect(c)",
                "  await(c, 'disconnected', 0)",
                "  harness.advance(2999)",
                "  assert(server:open_connections() == 1)",
                "  harness.advance(1)",
                "  assert(server:open_connections() == 0)",
                "end) end)");
    }

    @Test
    void aConnectToAPortOfThisComputerWithoutAServerIsRefused() {
        works(
                "harness.virtual_time()",
                "describe('a', function() it('b', function()",
                "  local c = websocket.connect('ws://localhost:1')",
                "  assert(await(c, 'error', 1).message:find('^Failed to open connection: '))",
                "end) end)");
    }

    @Test
    void serversAreInMemoryAndApartFromEachOther() {
        works(
                "describe('a', function()",
                "  harness.virtual_time()",
                "  local one, two = harness.server(), harness.server()",
                "  it('b', function()",
                "    assert(one.url ~= two.url)",
                "    local c = websocket.connect(two.url)",
                "    await(c, 'connected', 0)",
                "    websocket.send(c, 'hi')",
                "    assert(await(c, 'message', 0).message == 'hi')",
                "    websocket.disconnect(c)",
                "    assert(await(c, 'disconnected', 0).code == 1000)",
                "  end)",
                "end)");
    }

    @Test
    void eventuallyTriesAgainInVirtualTime() {
        works(
                "harness.virtual_time()",
                "describe('a', function() it('b', function()",
                "  local tries = 0",
                "  eventually(function() tries = tries + 1 assert(tries == 100) end, 60 * 1000)",
                "end) end)");
    }

    @Test
    void aTestThatWaitsForEverFailsInNoTime() {
        long before = System.nanoTime();
        EngineExecutionResults results = runs.with(SpecSettings.LIMIT, "600000")
                .run(
                        "harness.virtual_time()",
                        "describe('a', function() it('b', function()",
                        "  local c = websocket.connect(harness.server().url)",
                        "  await(c, 'message')",
                        "end) end)");
        assertThat(Runs.failure(results))
                .contains(
                        "chat_spec.lua:4: the limit of 600000 ms has passed while waiting for 'message' on websocket: 1")
                .contains("what came instead: connected");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void aTestThatGoesOnForEverFailsAtItsLimitInRealTime() {
        EngineExecutionResults results = runs.with(SpecSettings.LIMIT, "200")
                .run(
                        "harness.virtual_time()",
                        "describe('a', function() it('b', function() while true do sleep(1000) end end) end)");
        assertThat(Runs.failure(results)).contains("chat_spec.lua:2: the limit of 200 ms has passed in sleep(1000)");
    }

    @Test
    void itMustComeBeforeTheFirstConnect() {
        assertThat(Runs.failure(runs.test(
                        "local c = websocket.connect(harness.server().url)",
                        "finally(function() websocket.disconnect(c) end)",
                        "harness.virtual_time()")))
                .contains("chat_spec.lua:4: harness.virtual_time() must come before the first connect");
    }

    @Test
    void whatIsLeftOpenIsFoundInVirtualTimeToo() {
        EngineExecutionResults results = runs.run(
                "harness.virtual_time()",
                "describe('a', function()",
                "  it('leaks', function() await(websocket.connect(harness.server().url), 'connected') end)",
                "  it('works', function() end)",
                "end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("leaks");
        assertThat(Runs.failure(results)).contains("the connection websocket: 1 (ws://127.0.0.1:10001) was left open");
        assertThat(Runs.succeeded(results)).containsExactly("works");
    }
}
