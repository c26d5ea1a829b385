package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;

/** The third sample of the guides: {@code javax.script} alone; the engine has {@code websocket} already. */
final class BareScriptEngineTest {

    @Test
    void an_engine_has_websocket_and_its_host_can_be_asked_for() throws Exception {
        StringWriter out = new StringWriter();
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().send("welcome"));
            ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
            lua.getContext().setWriter(out);
            lua.eval("conn = websocket.connect('" + server.url()
                    + "', nil, function(self, conn, data) print(data.message) end)");
            ScriptHost.of(lua).update(0);
            Waiting.until(
                    ScriptHost.of(lua), "the message", () -> out.toString().contains("welcome"));
            ScriptHost.of(lua).close();
        }
        assertThat(out.toString().lines()).containsExactly("", "welcome");
    }
}
