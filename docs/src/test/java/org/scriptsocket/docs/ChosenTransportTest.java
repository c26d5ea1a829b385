package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.OptionalBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jdk.JdkTransport;
import org.scriptsocket.jdk.JdkTransportModule;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.FoundTransports;
import org.scriptsocket.websocket.MissingTransportException;

/** Which transport a host gets: by name, by Guice, by the class path alone. */
final class ChosenTransportTest {

    private static final String SCRIPT = """
            websocket.connect(URL, { timeout = 20000, headers = HEADERS }, function(self, conn, data)
              first = first or data.event .. " " .. data.message
            end)
            """;

    private final MisbehavingServer server = MisbehavingServer.start();
    private final List<Transport> transports = new ArrayList<>();

    @AfterEach
    void close() {
        transports.forEach(Transport::close);
        server.close();
    }

    // By ServiceLoader

    @ParameterizedTest
    @ValueSource(strings = {"jetty", "jdk"})
    void a_host_names_the_transport_that_it_wants(String name) throws Exception {
        assertThat(firstEvent(ScriptHost.builder().transport(name), null)).isEqualTo("0 ");
        assertThat(userAgent()).isEqualTo(name);
    }

    @Test
    void without_a_name_the_one_that_can_do_most_is_used() throws Exception {
        assertThat(firstEvent(ScriptHost.builder(), null)).isEqualTo("0 ");
        assertThat(userAgent()).isEqualTo("jetty");
    }

    // By the class path alone

    @Test
    void the_order_on_the_class_path_makes_no_difference() {
        Class<?>[] one = {JdkTransport.class, JettyTransport.class, MemoryTransport.class};
        Class<?>[] other = {MemoryTransport.class, JettyTransport.class, JdkTransport.class};
        assertThat(found(one).choose(null)).isInstanceOf(JettyTransport.class);
        assertThat(found(other).choose(null)).isInstanceOf(JettyTransport.class);
    }

    @Test
    void the_only_one_on_the_class_path_is_used() {
        assertThat(found(JdkTransport.class).choose(null)).isInstanceOf(JdkTransport.class);
        assertThat(found(MemoryTransport.class, JdkTransport.class).choose(null))
                .isInstanceOf(JdkTransport.class);
    }

    @Test
    void where_none_is_found_the_error_says_what_to_add() {
        assertMissing(
                found(),
                null,
                "No WebSocket transport was found; add org.scriptsocket:scriptsocket-jetty-transport"
                        + " or org.scriptsocket:scriptsocket-jdk-transport to the class path");
        assertMissing(
                found(),
                "jetty",
                "No WebSocket transport named 'jetty' was found; add"
                        + " org.scriptsocket:scriptsocket-jetty-transport to the class path");
        assertMissing(
                found(),
                "jdk",
                "No WebSocket transport named 'jdk' was found; add"
                        + " org.scriptsocket:scriptsocket-jdk-transport to the class path");
        assertMissing(
                found(),
                "memory",
                "No WebSocket transport named 'memory' was found; add"
                        + " org.scriptsocket:scriptsocket-kit to the class path");
        assertMissing(
                found(JdkTransport.class),
                "netty",
                "No WebSocket transport named 'netty' was found; there are 'jdk',"
                        + " and org.scriptsocket:scriptsocket-jetty-transport or org.scriptsocket:scriptsocket-jdk-transport can be"
                        + " added to the class path");
        assertMissing(
                found(MemoryTransport.class),
                null,
                "No WebSocket transport was found; add"
                        + " org.scriptsocket:scriptsocket-jetty-transport or org.scriptsocket:scriptsocket-jdk-transport to the"
                        + " class path");
    }

    @Test
    void the_script_is_told_so_at_its_first_connect() {
        ScriptHost.Builder host = ScriptHost.builder().classLoader(new ServiceFiles());
        assertThatThrownBy(() -> firstEvent(host, null))
                .hasMessageContaining("add org.scriptsocket:scriptsocket-jetty-transport or"
                        + " org.scriptsocket:scriptsocket-jdk-transport to the class path");
    }

    // By Guice

    @Test
    void one_binding_is_overridden() throws Exception {
        Injector injector = Guice.createInjector(new JettyTransportModule(), new LuaModule(), new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), Transport.class)
                        .setBinding()
                        .to(JdkTransport.class)
                        .in(Singleton.class);
            }
        });
        transports.add(injector.getInstance(Transport.class));
        assertThat(firstEvent(injector.getInstance(ScriptHost.Builder.class), null))
                .isEqualTo("0 ");
        assertThat(userAgent()).isEqualTo("jdk");
    }

    @Test
    void one_module_is_replaced_by_another() throws Exception {
        Injector injector = Guice.createInjector(new JdkTransportModule(), new LuaModule());
        transports.add(injector.getInstance(Transport.class));
        assertThat(firstEvent(injector.getInstance(ScriptHost.Builder.class), null))
                .isEqualTo("0 ");
        assertThat(userAgent()).isEqualTo("jdk");
    }

    @Test
    void several_are_bound_at_once_and_each_host_chooses_by_name() throws Exception {
        Injector injector =
                Guice.createInjector(new JettyTransportModule(), JdkTransportModule.besideAnother(), new LuaModule());
        Map<String, Transport> byName = injector.getInstance(Key.get(new TypeLiteral<Map<String, Transport>>() {}));
        transports.addAll(byName.values());
        assertThat(byName).containsOnlyKeys("jetty", "jdk");
        assertThat(injector.getInstance(Transport.class)).isSameAs(byName.get("jetty"));
        for (String name : List.of("jdk", "jetty")) {
            ScriptHost.Builder host =
                    injector.getInstance(ScriptHost.Builder.class).transport(byName.get(name));
            assertThat(firstEvent(host, null)).isEqualTo("0 ");
            assertThat(userAgent()).isEqualTo(name);
        }
    }

    // What it can not do

    @Test
    void a_script_that_asks_for_what_the_transport_can_not_do_is_told_so() throws Exception {
        assertThat(firstEvent(ScriptHost.builder().transport("jdk"), "Host: other.example"))
                .isEqualTo(
                        "3 Failed to open connection: the transport jdk can not send a Host header that is not that of the"
                                + " url; 127.0.0.1:" + server.port() + " was not dialled");
        server.assertExhausted();
    }

    @Test
    void a_policy_over_a_transport_that_can_not_check_addresses_refuses_every_connect() throws Exception {
        AddressPolicy all = AddressPolicy.rules("allow *");
        assertThat(firstEvent(ScriptHost.builder().transport("jdk").policy(all), null))
                .isEqualTo(
                        "3 Failed to open connection: the transport jdk can not check the addresses that it dials, so it"
                                + " dials none while a policy is set; 127.0.0.1:" + server.port() + " was not dialled");
        server.assertExhausted();
    }

    @Test
    void a_policy_that_restricts_nothing_is_none_also_where_a_setting_gives_it() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("policy.1", "anywhere");
        ScriptHost.Builder host = ScriptHost.builder().transport("jdk").settings(HostSettings.from(properties));
        assertThat(firstEvent(host, null)).isEqualTo("0 ");
        assertThat(userAgent()).isEqualTo("jdk");
    }

    @Test
    void frames_that_can_not_be_shown_are_not_left_out_in_silence() throws Exception {
        ScriptHost.Builder host = ScriptHost.builder().transport("jdk").frameObserver(name ->
                (direction, opcode, fin, length, payload) -> {});
        assertThat(firstEvent(host, null))
                .startsWith("3 Failed to open connection: the transport jdk can not show frames to an observer");
    }

    private static FoundTransports found(Class<?>... transports) {
        return FoundTransports.of(new ServiceFiles(transports));
    }

    private static void assertMissing(FoundTransports found, String name, String message) {
        assertThatThrownBy(() -> found.choose(name))
                .isInstanceOf(MissingTransportException.class)
                .hasMessage(message);
    }

    private String firstEvent(ScriptHost.Builder builder, String headers) throws Exception {
        ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
        lua.put("URL", server.url());
        lua.put("HEADERS", headers);
        try (ScriptHost host = builder.onScriptError(error -> {
                    throw new AssertionError(error.message());
                })
                .build()) {
            host.load(lua, SCRIPT, "first.lua");
            Waiting.until(host, "an event", () -> lua.get("first") != null);
            return String.valueOf(lua.get("first"));
        }
    }

    /** Only the client of the JDK has one by default. */
    private String userAgent() {
        String agent = server.takeConnection().takeRequest().header("User-Agent");
        return agent.startsWith("Java-http-client") ? "jdk" : agent.isEmpty() ? "jetty" : agent;
    }
}
