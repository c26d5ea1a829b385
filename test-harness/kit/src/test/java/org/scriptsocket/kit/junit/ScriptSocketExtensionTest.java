package org.scriptsocket.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;

@ScriptSocketTest(transport = "memory")
class ScriptSocketExtensionTest {

    private static final String CHAT = """
            function init(self) {
                websocket.connect("ws://game/chat", null, function (self, conn, data) {
                    seen.add(data.event + ":" + data.message);
                    if (data.event == websocket.EVENT_CONNECTED) websocket.send(conn, "hello");
                });
            }
            """;

    private final List<String> seen = new ArrayList<>();

    private void start(ScriptHost host, String source) throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
        engine.put("seen", seen);
        host.load(engine, source, "chat.js").start();
    }

    @Test
    void givesAHostOverTheInMemoryTransport(ScriptHost host, MemoryTransport memory) throws ScriptException {
        memory.on("/chat", Behaviour.accept().receive(1).send("hi").close(4001, "bye"));
        start(host, CHAT);
        host.run(0, () -> seen.size() == 3);
        assertThat(seen).containsExactly("0:", "2:hi", "1:Server closing (4001). Reason: 'bye'");
        memory.takeConnection().takeRequest();
    }

    @Test
    void givesTheErrorsOfScripts(ScriptHost host, ScriptErrors errors) throws ScriptException {
        start(host, "function update(self, dt) { throw 'oops'; }");
        host.update(0);
        assertThat(errors.take().message()).contains("oops");
    }

    @Test
    void givesAServerOfItsOwnToEachTest(MisbehavingServer server) {
        assertThat(server.url()).isEqualTo("ws://127.0.0.1:" + server.port());
        assertThat(server.openConnections()).isZero();
    }

    @Test
    void failsATestThatLeavesAScriptError() throws ScriptException {
        TestBench bench = new TestBench("memory", false);
        start(bench.host(), "function update(self, dt) {\n throw 'oops'; }");
        bench.host().update(0);
        assertThatThrownBy(bench::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("chat.js:2")
                .hasMessageContaining("oops");
    }

    @Test
    void aFailureShowsTheLastEventsOfTheConnections() throws ScriptException {
        TestBench bench = new TestBench("memory", false);
        bench.peers().on("/chat", Behaviour.accept().receive(1).close(4001, "bye"));
        start(bench.host(), CHAT);
        bench.host().run(0, () -> seen.size() == 2);
        start(bench.host(), "function update(self, dt) { throw 'oops'; }");
        bench.host().update(0);
        assertThatThrownBy(bench::close)
                .hasMessageContaining("oops")
                .hasMessageContaining("websocket: 1 (ws://game)\n")
                .hasMessageContaining("  called send, binary of 5 bytes\n")
                .hasMessageContaining("  arrived: Close 4001 'bye'\n")
                .hasMessageEndingWith("  delivered DISCONNECTED, code 4001");
    }

    @Nested
    @ScriptSocketTest(virtualTime = true)
    class InVirtualTime {

        private final ManualClock clock;

        InVirtualTime(ManualClock clock) {
            this.clock = clock;
        }

        @Test
        void aConnectTimesOutInNoTime(ScriptHost host, MemoryTransport memory) throws ScriptException {
            memory.on("/chat", Behaviour.silence());
            start(host, CHAT);
            clock.advance(2_999);
            host.update(0);
            assertThat(seen).isEmpty();
            clock.advance(1);
            host.update(0);
            assertThat(seen).containsExactly("3:Connect sequence timed out", "1:");
            assertThat(clock.nanoTime()).isLessThan(EventQueue.LIMIT.toNanos());
        }
    }
}
