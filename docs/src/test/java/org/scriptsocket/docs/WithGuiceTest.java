package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.transport.Transport;

/** The second sample of the guides: everything out of an injector. */
final class WithGuiceTest {

    private static final String SCRIPT = """
            function init(self)
              websocket.connect(URL, { timeout = 20000 }, function(self, conn, data)
                if data.event == websocket.EVENT_CONNECTED then websocket.send(conn, "ping") end
                if data.event == websocket.EVENT_MESSAGE then answer = data.message end
              end)
            end
            """;

    @Test
    void an_engine_of_the_injected_manager_speaks_over_the_injected_transport() throws Exception {
        Injector injector = Guice.createInjector(new JettyTransportModule(), new LuaModule());
        ScriptEngine lua = injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = injector.getInstance(Transport.class);
                ScriptHost host = injector.getInstance(ScriptHost.class)) {
            lua.put("URL", server.url());
            host.load(lua, SCRIPT, "ping.lua").start();
            Waiting.until(host, "the echo", () -> lua.get("answer") != null);
            assertThat(lua.get("answer")).isEqualTo("ping");
            assertThat(injector.getInstance(Transport.class)).as("one for all").isSameAs(transport);
        }
    }

    @Test
    void an_engine_without_a_host_of_its_own_gets_one_of_the_injector() throws Exception {
        Injector injector = Guice.createInjector(new JettyTransportModule(), new LuaModule());
        ScriptEngine lua = injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
        injector.getInstance(Transport.class).close();
        Object error = lua.eval("return select(2, pcall(websocket.connect, 'ws://localhost', nil, function() end))");
        assertThat(error)
                .as("the closed transport is the injector's")
                .asString()
                .contains("closed");
    }
}
