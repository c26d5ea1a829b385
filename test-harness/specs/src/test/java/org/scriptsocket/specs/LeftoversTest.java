package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;

class LeftoversTest {

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jetty", "memory"})
    void aConnectionThatATestLeavesOpenFailsItAndIsNamed(String transport) {
        EngineExecutionResults results = runs.with(SpecSettings.TRANSPORT, transport)
                .run(
                        "describe('a', function()",
                        "  it('leaks', function()",
                        "    local url = harness.server().url",
                        "    local kept, left = websocket.connect(url), websocket.connect(url)",
                        "    await(kept, 'connected') await(left, 'connected')",
                        "    websocket.disconnect(kept)",
                        "  end)",
                        "  it('works', function() end)",
                        "end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("leaks");
        assertThat(Runs.failure(results))
                .startsWith("the connection websocket: 2 (ws://127.0.0.1:")
                .contains(") was left open\n\nThe last events of the connections:\n")
                .doesNotContain("the connection websocket: 1");
        assertThat(Runs.succeeded(results)).containsExactly("works");
    }

    @Test
    void whatATestLeavesIsEndedBeforeTheNextOne() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            EngineExecutionResults results = runs.run(
                    "describe('a', function()",
                    "  it('fails', function()",
                    "    await(websocket.connect('" + server.url() + "'), 'connected') error('why')",
                    "  end)",
                    "  it('dials', function() websocket.connect('" + server.url("/silent") + "') error('why') end)",
                    "  it('works', function() end)",
                    "end)");
            assertThat(Runs.failures(results).values()).allMatch(why -> why.contains(": why") && !why.contains("left"));
            assertThat(Runs.succeeded(results)).containsExactly("works");
            assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
        }
    }

    @Test
    void aDialThatATestLeavesFailsIt() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.silence());
            assertThat(Runs.failure(runs.test("websocket.connect('" + server.url() + "')")))
                    .contains("the connection websocket: 1 (" + server.url() + ") was left open");
        }
    }

    @Test
    void aConnectionThatEndsByItselfIsWaitedFor() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().receive(1).close(4001, "bye"));
            EngineExecutionResults results = runs.test(
                    "local c = websocket.connect('" + server.url() + "')",
                    "await(c, 'connected')",
                    "websocket.send(c, 'x')");
            assertThat(Runs.failures(results)).isEmpty();
        }
    }

    @Test
    void theSocketOfAConnectionThatIsClosingIsWaitedFor() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().ignore());
            EngineExecutionResults results = runs.run(
                    "describe('a', function()",
                    "  it('one', function()",
                    "    local c = websocket.connect('" + server.url() + "')",
                    "    await(c, 'connected')",
                    "    websocket.disconnect(c)",
                    "  end)",
                    "end)");
            assertThat(Runs.failures(results)).isEmpty();
            assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
        }
    }

    @Test
    void aConnectionOfASetupMayStayUntilTheTeardown() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  local server, c",
                "  setup(function() server = harness.server() c = websocket.connect(server.url) await(c, 'connected') end)",
                "  teardown(function() websocket.disconnect(c) end)",
                "  for i = 1, 2 do",
                "    it('echoes ' .. i, function() websocket.send(c, 'x') await(c, 'message') end)",
                "  end",
                "end)");
        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.succeeded(results)).hasSize(2);
    }

    @Test
    void aConnectionThatABlockLeavesOpenFailsTheBlock() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  setup(function() await(websocket.connect(harness.server().url), 'connected') end)",
                "  it('works', function() end)",
                "end)",
                "describe('b', function() it('works too', function() end) end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("a");
        assertThat(Runs.failure(results)).startsWith("the connection websocket: 1 (ws://127.0.0.1:");
        assertThat(Runs.succeeded(results)).containsExactly("works", "works too");
    }

    @Test
    void serversAndTheirThreadsEndWithTheTestOrTheBlockThatMadeThem() {
        EngineExecutionResults results = runs.run(
                "local outer = harness.server()",
                "describe('a', function()",
                "  it('one', function()",
                "    inner = harness.server().url",
                "    local c = websocket.connect(inner)",
                "    await(c, 'connected')",
                "    websocket.disconnect(c)",
                "  end)",
                "  it('two', function()",
                "    assert(await(websocket.connect(inner), 'disconnected').code == 1006)",
                "    local c = websocket.connect(outer.url)",
                "    await(c, 'connected')",
                "    websocket.disconnect(c)",
                "  end)",
                "end)");
        assertThat(Runs.failures(results)).isEmpty();
        Predicate<String> ours = name -> name.startsWith("kit-server-");
        assertThat(Eventually.holds(() -> threads(ours).isEmpty())).isTrue();
    }

    @Test
    void aThreadOfAServerThatDoesNotEndIsNamed() {
        Peer peer = new Peer();
        SpecPeers peers = new SpecPeers(tls -> peer);
        peers.listen(false);
        Thread left = new Thread(peer::awaitEnd, "kit-server-" + peer.port() + "-connection");
        left.start();
        assertThat(SpecPeers.remains(peer))
                .containsExactly(
                        "the server ws://127.0.0.1:4711 has left 0 sockets and the threads [" + left.getName() + "]");
        peer.end();
        assertThat(peers.closeSince(0, () -> {})).isEmpty();
    }

    private static List<String> threads(Predicate<String> which) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(which)
                .toList();
    }

    @Test
    void allThreadsOfARunEndWithIt() {
        runs.test(
                "local c = websocket.connect(harness.server().url)",
                "await(c, 'connected')",
                "websocket.disconnect(c)");
        Predicate<String> ours = name -> name.startsWith("scriptsocket-jetty") || name.startsWith("kit-server-");
        assertThat(Eventually.holds(() -> threads(ours).isEmpty())).isTrue();
    }
}
