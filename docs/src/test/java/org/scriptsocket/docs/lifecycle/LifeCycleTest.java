package org.scriptsocket.docs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ThreadLeaks;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;

/** An instance, a host, an injector and an engine, over real sockets: closed, or dropped and collected, each leaves nothing. */
final class LifeCycleTest {

    private final MisbehavingServer server = MisbehavingServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<Arguments> lives() {
        return Stream.of(Life.values()).flatMap(life -> Stream.of(Arguments.of(life, true), Arguments.of(life, false)));
    }

    @ParameterizedTest(name = "{0}, closed: {1}")
    @MethodSource("lives")
    void leaves_no_thread_no_socket_and_no_garbage(Life life, boolean closes) throws Exception {
        onceMore(life, closes); // Files that classes are read from are opened in the first life.
        long descriptors = Figures.openDescriptors();
        ThreadLeaks threads = ThreadLeaks.watch();
        onceMore(life, closes);

        threads.assertNone();
        assertThat(Eventually.holds(() -> Figures.openDescriptors() <= descriptors))
                .as("%d descriptors, once %d", Figures.openDescriptors(), descriptors)
                .isTrue();
    }

    private void onceMore(Life life, boolean closes) throws Exception {
        try (Transport transport = new JettyTransport();
                ScriptHost other = ScriptHost.builder().transport(transport).build()) {
            Left left = life.live(server.url(), closes, other);

            assertThat(Eventually.holds(() -> left.isGone() && server.openConnections() == 0))
                    .as(
                            "%d connections, held: %s",
                            server.openConnections(), left.held().toList())
                    .isTrue();
            assertThat(server.takeConnections()).hasSize(1);
        }
    }

    /** No more than that: Nashorn holds an engine, some of whose functions became Java interfaces, until it has made some dozens more. */
    @Test
    void a_host_of_javascript_that_was_closed_leaves_no_thread_and_no_socket() throws Exception {
        ThreadLeaks threads = ThreadLeaks.watch();
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
        engine.put("URL", server.url());
        engine.eval(Leaving.JAVASCRIPT);
        try (ScriptHost host = ScriptHost.of(engine)) {
            engine.eval("init()");
            Talk.untilHeard(host, engine);
        }
        assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
        threads.assertNone();
    }

    @Test
    void an_instance_that_only_its_host_holds_runs_on_until_the_host_ends() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", server.url());
        try (ScriptHost host = ScriptHost.create()) {
            Left left = started(host, engine);
            assertThat(left.held()).hasSize(1);
            Talk.untilHeard(host, engine);
            assertThat(server.openConnections()).isEqualTo(1);
        }
        assertThat(engine.get("finals")).isEqualTo(1);
        assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
    }

    private static Left started(ScriptHost host, ScriptEngine engine) throws Exception {
        ScriptInstance instance = host.load(engine, Talk.SCRIPT, Talk.NAME).start();
        return Left.of(instance);
    }

    @Test
    void an_engine_that_was_closed_can_be_used_again_with_a_host_of_its_own() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", server.url());
        engine.eval(Talk.SCRIPT);
        for (int i = 0; i < 2; i++) {
            engine.put("heard", null);
            engine.eval("open({})");
            Talk.untilHeard(ScriptHost.of(engine), engine);
            ((AutoCloseable) engine).close();
            assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
        }
        assertThat(server.takeConnections()).hasSize(2);
    }

    @Test
    void an_engine_that_is_closed_does_not_close_the_host_that_the_application_gave_it() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", server.url());
        try (ScriptHost host = ScriptHost.create()) {
            host.load(engine, Talk.SCRIPT, Talk.NAME).start();
            ((AutoCloseable) engine).close();
            Talk.untilHeard(host, engine);
            assertThat(host.isClosed()).isFalse();
        }
    }
}
