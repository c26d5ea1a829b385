package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limits;

/** How a host ends, over real sockets: by close, by abort, or forgotten. */
final class HostEndTest {

    private static final String CONNECT = """
            function init(self)
              self.conn = websocket.connect(URL, { timeout = 20000 }, function(self, conn, data)
                if data.event == websocket.EVENT_CONNECTED then opened = true end
              end)
            end
            function final(self) websocket.send(self.conn, "farewell") end
            """;

    private final MisbehavingServer server = MisbehavingServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void close_runs_final_closes_with_1001_and_returns_when_the_sockets_are_gone() throws Exception {
        open(Limits.standard()).close();

        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeFrame().string()).isEqualTo("farewell");
        assertThat(seen.takeFrame().status().code()).isEqualTo(1001);
        assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
    }

    @Test
    void close_gives_up_a_peer_that_does_not_answer_after_the_close_timeout() throws Exception {
        server.otherwise(Behaviour.accept().ignore());
        open(Limits.standard().with("close-timeout", "200ms")).close();

        assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
    }

    @Test
    void abort_ends_the_sockets_without_final_and_without_a_close_frame() throws Exception {
        ScriptHost host = open(Limits.standard());
        host.abort();
        host.abort();

        assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        seen.takeEnd();
        assertThat(host.isClosed()).isTrue();
    }

    @Test
    void a_host_that_was_forgotten_leaves_no_socket() throws Exception {
        WeakReference<ScriptHost> forgotten = new WeakReference<>(open(Limits.standard()));

        assertThat(Eventually.holds(() -> {
                    System.gc();
                    return forgotten.get() == null && server.openConnections() == 0;
                }))
                .isTrue();
    }

    private ScriptHost open(Limits limits) throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", server.url());
        ScriptHost host = ScriptHost.builder().limits(limits).build();
        host.load(engine, CONNECT, "end.lua").start();
        Waiting.until(host, "open", () -> engine.get("opened") != null);
        return host;
    }
}
