package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;

/** {@code docs/examples}, each as it stands: the names in their urls are mapped to an embedded server. */
final class ExamplesTest {

    private static final Path EXAMPLES = Path.of("examples");

    private final MisbehavingServer server = MisbehavingServer.start();
    private final Transport transport =
            new JettyTransport(JettySettings.standard().withResolver(this::toServer));
    private final ScriptHost host = ScriptHost.builder().transport(transport).build();
    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");

    @AfterEach
    void close() {
        host.close();
        transport.close();
        server.close();
    }

    @Test
    void events_lua_tells_of_each_event_and_disconnects_in_finalize() throws Exception {
        server.otherwise(Behaviour.accept().protocol("chat").send("hi there"));
        ScriptInstance instance = start("events.lua");
        Waiting.until(host, "the message", () -> log().size() == 2);
        instance.close();

        assertThat(log())
                .containsExactly("Connected: websocket: 1 (ws://echo.websocket.events)", "Receiving: 'hi there'");
        RecordedConnection seen = server.takeConnection();
        assertThat(seen.takeRequest().headers())
                .anyMatch(header -> header.is("Origin") && header.value().equals("mydomain.com"))
                .anyMatch(header -> header.is("Host") && header.value().equals("echo.websocket.events"));
        assertThat(seen.takeFrame().status().code()).isEqualTo(1000);
    }

    @Test
    void hello_lua_says_hello() throws Exception {
        start("hello.lua");
        Waiting.until(host, "open", () -> host.connections().get(0).messagesIn() == 1);

        RecordedConnection seen = server.takeConnection();
        assertThat(seen.takeRequest().target()).isEqualTo("/");
        assertThat(seen.takeFrame().string()).isEqualTo("Hello from the other side");
    }

    @Test
    void echo_lua_prints_the_connect_both_echoes_and_the_disconnect() throws Exception {
        engine.put("URL", server.url());
        start("echo.lua");
        Waiting.until(host, "the end", host::isIdle);

        assertThat(log())
                .containsExactly(
                        "Connected: websocket: 1 (" + server.url() + ")",
                        "Text: Hello from Lua",
                        "Binary: 0 127 128 255",
                        "Disconnected: 1000");
    }

    @Test
    void roundtrip_lua_measures_as_many_round_trips_as_it_is_told_to() throws Exception {
        engine.put("URL", server.url());
        engine.put("COUNT", "10");
        start("roundtrip.lua");
        Waiting.until(host, "the end", host::isIdle);

        assertThat(log()).singleElement().asString().matches("10 round trips, \\d+ us each");
    }

    private ScriptInstance start(String example) throws Exception {
        engine.eval("""
                lines = {}
                function log(...) table.insert(lines, table.concat({...}, "\\t")) end
                print = log
                function update_gui(self) end
                """);
        return host.load(engine, EXAMPLES.resolve(example)).start();
    }

    private List<String> log() {
        try {
            return String.valueOf(engine.eval("return table.concat(lines, '\\n')"))
                    .lines()
                    .toList();
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
    }

    private InetSocketAddress toServer(InetSocketAddress asked) {
        boolean example = asked.getHostString().startsWith("echo.websocket.") && asked.getPort() == 80;
        return example ? InetSocketAddress.createUnresolved("127.0.0.1", server.port()) : asked;
    }
}
