package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.OptionalBinder;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.NanoClock;

/** Each key in the table of docs/guide-guice.md can be set by the application. */
final class ReplacedDefaultsTest {

    private static final String SCRIPT = """
            websocket.connect(URL, { timeout = 20000 }, function(self, conn, data)
              first = first or data.event .. data.message
              error("told")
            end)
            """;

    private final MisbehavingServer server = MisbehavingServer.start();
    private final List<ScriptError> errors = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_transport() throws Exception {
        Transport memory = new MemoryTransport();
        assertThat(firstEvent(Transport.class, memory, "ws://nowhere")).isEqualTo("0");
        memory.close();
    }

    @Test
    void the_settings_of_jetty() throws Exception {
        JettySettings mapped = JettySettings.standard()
                .withResolver(any -> InetSocketAddress.createUnresolved("127.0.0.1", server.port()));
        assertThat(firstEvent(JettySettings.class, mapped, "ws://nowhere")).isEqualTo("0");
    }

    @Test
    void the_limits() throws Exception {
        Limits none = Limits.standard().with("connections", "0");
        assertThat(firstEvent(Limits.class, none, server.url()))
                .isEqualTo("3Failed to open connection: 127.0.0.1:" + server.port()
                        + " was not dialled: the limit of 0 connections (connections) is reached");
    }

    @Test
    void the_address_policy() throws Exception {
        AddressPolicy nobody = (host, address) -> Optional.of(host + " is off limits");
        assertThat(firstEvent(AddressPolicy.class, nobody, server.url()))
                .isEqualTo("3Failed to open connection: 127.0.0.1:" + server.port()
                        + " was not dialled: 127.0.0.1 is off limits");
    }

    @Test
    void the_clock() throws Exception {
        ManualClock clock = new ManualClock();
        Injector injector = injector(NanoClock.class, clock);
        server.otherwise(Behaviour.silence());
        ScriptEngine lua = injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
        lua.put("URL", server.url());
        try (ScriptHost host = injector.getInstance(ScriptHost.class)) {
            host.load(lua, SCRIPT, "first.lua");
            clock.advance(20_249);
            host.update(0);
            assertThat(lua.get("first")).isNull();
            clock.advance(1);
            host.update(0);
            assertThat(lua.get("first")).isEqualTo("3Connect sequence timed out");
        } finally {
            injector.getInstance(Transport.class).close();
        }
    }

    @Test
    void who_is_told_of_errors() throws Exception {
        firstEvent(Limits.class, Limits.standard(), server.url());
        assertThat(errors)
                .isNotEmpty()
                .first()
                .satisfies(error -> assertThat(error.message()).isEqualTo("told"));
    }

    private <T> String firstEvent(Class<T> key, T value, String url) throws Exception {
        Injector injector = injector(key, value);
        ScriptEngine lua = injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
        lua.put("URL", url);
        try (ScriptHost host = injector.getInstance(ScriptHost.class)) {
            host.load(lua, SCRIPT, "first.lua");
            Waiting.until(host, "an event", () -> lua.get("first") != null);
            return String.valueOf(lua.get("first"));
        } finally {
            injector.getInstance(Transport.class).close();
        }
    }

    private <T> Injector injector(Class<T> key, T value) {
        return Guice.createInjector(new JettyTransportModule(), new LuaModule(), new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), key).setBinding().toInstance(value);
                OptionalBinder.newOptionalBinder(binder(), new TypeLiteral<Consumer<ScriptError>>() {})
                        .setBinding()
                        .toInstance(errors::add);
            }
        });
    }
}
