package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import javax.script.Bindings;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.Pump;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;

/** Hosts that can only evaluate: the recipe as the guide prints it, and what it refuses. */
final class PumpTest {

    private static final String HEADING = "A host that can only evaluate";

    private final StringWriter out = new StringWriter();
    private final MisbehavingServer server = MisbehavingServer.start();
    private final ScriptEngine lua = engine();

    @AfterEach
    void close() {
        ScriptHost.of(lua).abort();
        server.close();
    }

    private ScriptEngine engine() {
        ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
        lua.put("pump", new Pump(ScriptHost.of(lua)));
        lua.put("url", "ws://localhost:8080");
        lua.getContext().setWriter(out);
        lua.put("url", server.url());
        return lua;
    }

    private static String script() throws IOException {
        return GuideCode.printed(HEADING, "lua");
    }

    @Test
    void the_recipe_of_the_guide_runs_as_it_is_printed() throws Exception {
        GuideCode.assertStandsIn(PumpTest.class, HEADING);
        server.otherwise(Behaviour.accept().send("welcome").close(1000, "bye"));
        assertThat(lua.eval(script())).isEqualTo("welcome");
    }

    @Test
    void it_runs_in_bindings_that_the_host_gives() throws Exception {
        server.otherwise(Behaviour.accept().send("welcome").close(1000, "bye"));
        Bindings bindings = new SimpleBindings();
        bindings.put("pump", new Pump(ScriptHost.of(lua)));
        bindings.put("url", server.url());
        assertThat(lua.eval(script(), bindings)).isEqualTo("welcome");
        assertThat(bindings).containsEntry("reply", "welcome");
    }

    @Test
    void it_returns_when_nothing_is_left_to_wait_for() throws ScriptException {
        assertThat(lua.eval("return pump(3600)")).isEqualTo(true);
    }

    @Test
    void it_returns_when_its_time_is_over() throws ScriptException {
        lua.eval("conn = websocket.connect(url, nil, function() end)");
        assertThat(lua.eval("return pump(0)")).isEqualTo(false);
        assertThat(lua.eval("return pump(0.01)")).isEqualTo(false);
        lua.eval("websocket.disconnect(conn)");
        assertThat(lua.eval("return pump(3600)")).isEqualTo(true);
    }

    @Test
    void inside_a_callback_it_is_an_error_that_says_so() throws ScriptException {
        lua.eval("websocket.connect('no url', nil, function() ok, why = pcall(pump, 1) end) pump(3600)");
        assertThat(lua.get("ok")).isEqualTo(false);
        assertThat(lua.get("why"))
                .asString()
                .contains("pump can not be called inside a callback or another call by the host");
    }

    @Test
    void on_another_thread_it_is_an_error_that_names_both() {
        Pump pump = new Pump(ScriptHost.of(lua));
        pump.call(0);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> pump.call(1));
        assertThatThrownBy(other::join)
                .hasMessageContaining("pump may be called only by the script thread, '"
                        + Thread.currentThread().getName() + "'")
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void inside_a_coroutine_it_is_an_error_that_says_so() throws ScriptException {
        assertThat(lua.eval("return select(2, coroutine.resume(coroutine.create(function() pump(1) end)))"))
                .asString()
                .contains("pump can not be called inside a coroutine");
    }

    @Test
    void it_wants_seconds() {
        for (String wrong : new String[] {"", "'x'", "-1", "0/0", "nil"}) {
            assertThatThrownBy(() -> lua.eval("pump(" + wrong + ")"))
                    .as(wrong)
                    .hasMessageContaining("bad argument #1 to 'pump' (seconds of at least 0 expected)");
        }
    }

    @Test
    void after_the_host_was_closed_it_says_so() {
        ScriptHost.of(lua).close();
        assertThatThrownBy(() -> lua.eval("pump(1)")).hasMessageContaining("The script host is closed");
    }
}
