package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jdk.JdkTransport;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;

/** Engines and transports are swapped by one line, and the script's trace stays the same. */
final class SwappingTest {

    private static final List<String> TRACE = List.of("0 ", "2 text 1", "2 binary 2", "1 1000 ");

    private static final String LUA = """
            trace = {}
            local function on_event(self, conn, data)
              local line = data.event .. " " .. data.message
              if data.type then line = line .. " " .. data.type end
              if data.code then line = data.event .. " " .. data.code .. " " .. data.reason end
              table.insert(trace, line)
              if data.event == websocket.EVENT_CONNECTED then
                websocket.send(conn, "text", { type = websocket.DATA_TYPE_TEXT })
                websocket.send(conn, "binary")
              elseif data.message == "binary" then
                websocket.disconnect(conn)
              elseif data.event == websocket.EVENT_DISCONNECTED then
                done = true
              end
            end
            function init(self) websocket.connect(URL, { timeout = 20000 }, on_event) end
            function lines(self) return table.concat(trace, "\\n") end
            """;

    private static final String JAVASCRIPT = """
            var trace = [], done = null;
            function onEvent(self, conn, data) {
              var message = data.event == websocket.EVENT_MESSAGE && data.type == websocket.DATA_TYPE_BINARY
                  ? String.fromCharCode.apply(null, Array.prototype.slice.call(data.message)) : data.message;
              var line = data.event + " " + message;
              if (data.type) line += " " + data.type;
              if (data.code) line = data.event + " " + data.code + " " + data.reason;
              trace.push(line);
              if (data.event == websocket.EVENT_CONNECTED) {
                websocket.send(conn, "text", { type: websocket.DATA_TYPE_TEXT });
                websocket.send(conn, "binary");
              } else if (message == "binary") {
                websocket.disconnect(conn);
              } else if (data.event == websocket.EVENT_DISCONNECTED) {
                done = true;
              }
            }
            function init(self) { websocket.connect(URL, { timeout: 20000 }, onEvent); }
            function lines(self) { return trace.join("\\n"); }
            """;

    @Test
    void lua_over_jetty() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = new JettyTransport()) {
            assertThat(trace("lua-websocket", LUA, transport, server.url())).isEqualTo(TRACE);
        }
    }

    @Test
    void lua_in_memory() throws Exception {
        try (Transport transport = new MemoryTransport()) {
            assertThat(trace("lua-websocket", LUA, transport, "ws://anywhere")).isEqualTo(TRACE);
        }
    }

    @Test
    void javascript_over_jetty() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = new JettyTransport()) {
            assertThat(trace("nashorn", JAVASCRIPT, transport, server.url())).isEqualTo(TRACE);
        }
    }

    @Test
    void lua_over_the_jdk() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = new JdkTransport()) {
            assertThat(trace("lua-websocket", LUA, transport, server.url())).isEqualTo(TRACE);
        }
    }

    @Test
    void javascript_over_the_jdk() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = new JdkTransport()) {
            assertThat(trace("nashorn", JAVASCRIPT, transport, server.url())).isEqualTo(TRACE);
        }
    }

    @Test
    void javascript_in_memory() throws Exception {
        try (Transport transport = new MemoryTransport()) {
            assertThat(trace("nashorn", JAVASCRIPT, transport, "ws://anywhere")).isEqualTo(TRACE);
        }
    }

    private static List<String> trace(String engineName, String source, Transport transport, String url)
            throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName(engineName);
        engine.put("URL", url);
        try (ScriptHost host = ScriptHost.builder().transport(transport).build()) {
            var instance = host.load(engine, source, "swap").start();
            Waiting.until(host, "DISCONNECTED", () -> engine.get("done") != null);
            return String.valueOf(instance.call("lines")).lines().toList();
        }
    }
}
