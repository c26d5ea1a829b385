package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.server.MisbehavingServer;

/** The first sample of the guides: ServiceLoader finds everything. Runs with Guice off the class path. */
final class WithoutGuiceTest {

    private static final String CHAT = """
            function init(self)
              self.heard = {}
              self.connection = websocket.connect(URL, { timeout = 20000 }, function(self, conn, data)
                if data.event == websocket.EVENT_CONNECTED then self.open = true end
                if data.event == websocket.EVENT_MESSAGE then table.insert(self.heard, data.message) end
              end)
            end
            function is_open(self) return self.open == true end
            function greet(self, name) websocket.send(self.connection, "hello " .. name) end
            function heard(self) return table.concat(self.heard, ",") end
            """;

    @Test
    void a_host_needs_no_injector(@TempDir Path dir) throws Exception {
        assertThatThrownBy(() -> Class.forName("com.google.inject.Injector"))
                .isInstanceOf(ClassNotFoundException.class);
        Path file = Files.writeString(dir.resolve("chat.lua"), CHAT);
        try (MisbehavingServer server = MisbehavingServer.start();
                ScriptHost host = ScriptHost.create()) {
            ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
            engine.put("URL", server.url());
            Script script = host.load(engine, file);
            ScriptInstance chat = script.start();
            Waiting.until(host, "open", () -> call(chat, "is_open").equals(true));
            chat.call("greet", "Ann");
            Waiting.until(host, "the echo", () -> call(chat, "heard").equals("hello Ann"));
            assertThat(chat.isClosed()).isFalse();
        }
    }

    private static Object call(ScriptInstance instance, String function) {
        try {
            return Objects.requireNonNull(instance.call(function));
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
    }
}
