package org.scriptsocket.docs.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.EventRecorder;
import org.scriptsocket.kit.junit.ScriptSocketTest;
import org.scriptsocket.kit.junit.StartStop;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;

/** The Java test of docs/tutorial-java.md. */
@ScriptSocketTest
final class GreeterTest {

    @StartStop
    private MisbehavingServer server;

    @Test
    void says_hello_and_notices_the_end(ScriptHost host, EventRecorder events) throws Exception {
        server.enqueue(Behaviour.accept().receive(1).send("welcome").close(4001, "closing time"));
        start(host);

        events.assertConnected();
        events.assertText("welcome");
        events.assertClosed(4001, "closing time");
        events.assertExhausted();

        RecordedConnection seen = server.takeConnection();
        seen.assertRequest("/");
        seen.assertBinary("Hello from the other side".getBytes(StandardCharsets.UTF_8));
        seen.assertClose(4001, "closing time");
    }

    @Test
    void is_turned_away_and_does_not_come_again(ScriptHost host, EventRecorder events) throws Exception {
        server.enqueue(Behaviour.reject(403).body("go away"));
        start(host);

        events.assertError("Wrong response status: 403");
        events.assertClosed(1006);
        assertThat(server.takeRequest().header("Host")).isEqualTo("127.0.0.1:" + server.port());
        assertThat(server.takeConnections()).isEmpty();
    }

    private void start(ScriptHost host) throws Exception {
        ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
        lua.put("URL", server.url());
        host.load(lua, Path.of("src/test/resources/org/scriptsocket/docs/tutorial/hello.lua"))
                .start();
    }
}
