package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a spec fails by when a server did not get what it expected, or was told nonsense; over sockets and in virtual time. */
class ServerFailuresTest {

    private static final String SOCKETS = "local server = harness.server()";
    private static final String MEMORY = "harness.virtual_time() " + SOCKETS;
    private static final String CONNECT =
            "local c = websocket.connect(server:url_of('/chat'), {timeout = 9000}) await(c, 'connected')";

    private Runs runs = new Runs(Path.of("."));

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKETS, MEMORY})
    void anotherMessageThanTheExpectedOneFailsTheTest(String begin) {
        String failure = Runs.failure(runs.test(
                begin,
                "server:on('/chat'):expect('hi'):send('hello'):close(4001, 'bye')",
                CONNECT,
                "websocket.send(c, 'ho', {type = websocket.DATA_TYPE_TEXT})",
                "assert.equal(1008, await(c, 'disconnected').code)"));
        assertThat(failure).startsWith("expected TEXT 2 \"hi\" on /chat (connection 1), but got TEXT 2 \"ho\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKETS, MEMORY})
    void anEndBeforeTheExpectedMessageFailsTheTest(String begin) {
        String failure = Runs.failure(runs.test(
                begin,
                "server:on('/chat'):expect('\\0', 'binary'):expect('more')",
                CONNECT,
                "websocket.disconnect(c)",
                "await(c, 'disconnected')"));
        assertThat(failure)
                .startsWith("expected BINARY 1 00 (and 1 more after it) on /chat (connection 1),"
                        + " but the client closed: CLOSE 1000 \"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKETS, MEMORY})
    void aPathWithExpectationsToWhichNobodyConnectsFailsTheTest(String begin) {
        String failure = Runs.failure(runs.test(begin, "server:on('/chat'):expect('hi')"));
        assertThat(failure).isEqualTo("expected TEXT 2 \"hi\" on /chat, but nobody connected");
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKETS, MEMORY})
    void whatIsMetFailsNothing(String begin) {
        EngineExecutionResults results = runs.test(
                begin,
                "server:on('/chat'):expect('hi')",
                CONNECT,
                "websocket.send(c, 'hi', {type = websocket.DATA_TYPE_TEXT})",
                "websocket.disconnect(c)");
        assertThat(Runs.succeeded(results)).containsExactly("works");
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKETS, MEMORY})
    void aServerOfABlockIsJudgedByEachTestForItself(String begin) {
        EngineExecutionResults results = runs.run(
                "describe('chat', function()",
                "  local server",
                begin.equals(MEMORY) ? "  harness.virtual_time()" : "",
                "  setup(function() server = harness.server() server:on('/late'):expect('hi') end)",
                "  it('a: says nothing yet', function() end)",
                "  it('b: is asked for more', function() server:on('/b'):expect('b') end)",
                "  it('c: is not blamed for b', function() end)",
                "  it('d: meets what the block expects', function()",
                "    local c = websocket.connect(server:url_of('/late'), {timeout = 9000}) await(c, 'connected')",
                "    websocket.send(c, 'hi', {type = websocket.DATA_TYPE_TEXT}) websocket.disconnect(c) end)",
                "end)");
        assertThat(Runs.failures(results))
                .isEqualTo(Map.of("b: is asked for more", "expected TEXT 1 \"b\" on /b, but nobody connected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKETS, MEMORY})
    void whatABlockExpectsInVainFailsTheBlock(String begin) {
        EngineExecutionResults results = runs.run(
                "describe('chat', function()",
                begin.equals(MEMORY) ? "  harness.virtual_time()" : "",
                "  setup(function() harness.server():on('/late'):expect('hi') end)",
                "  it('is not to blame', function() end)",
                "end)");
        assertThat(Runs.failures(results))
                .isEqualTo(Map.of("chat", "expected TEXT 2 \"hi\" on /late, but nobody connected"));
        assertThat(Runs.succeeded(results)).containsExactly("is not to blame");
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKETS, MEMORY})
    void anUnknownFaultIsAnErrorWithItsLineAndTheOtherTestsStillRun(String begin) {
        EngineExecutionResults results = runs.run(
                "describe('chat', function()",
                "  it('explodes', function() " + begin,
                "    server:on('/x'):reseet()",
                "  end)",
                "  it('goes on', function() end)",
                "end)");
        assertThat(Runs.failure(results))
                .contains("/chat_spec.lua:3: what a server does has no 'reseet'; did you mean 'reset' or 'reject'?");
        assertThat(Runs.succeeded(results)).containsExactly("goes on");
    }

    @Test
    void whatAFileExpectsInVainFailsTheFile() {
        EngineExecutionResults results = runs.run(
                "harness.server():on('/late'):expect('hi')",
                "describe('chat', function() it('is not to blame', function() end) end)");
        assertThat(Runs.failure(results)).isEqualTo("expected TEXT 2 \"hi\" on /late, but nobody connected");
        assertThat(Runs.succeeded(results)).containsExactly("is not to blame");
    }
}
