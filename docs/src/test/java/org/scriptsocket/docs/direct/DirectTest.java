package org.scriptsocket.docs.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptUnwind;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.lua.LuaSandbox;
import org.scriptsocket.lua.LuaScriptEngineFactory;

final class DirectTest {

    private static final String ECHO = """
            local function connect(name)
              local conn, n
              websocket.connect(URL, { timeout = 20000 }, function(self, c, data)
                enter()
                if data.event == websocket.EVENT_CONNECTED then
                  websocket.send(c, "1", { type = websocket.DATA_TYPE_TEXT })
                elseif data.event == websocket.EVENT_MESSAGE then
                  onMessage(tonumber(data.message))
                  if tonumber(data.message) < MOST then
                    websocket.send(c, tostring(tonumber(data.message) + 1), { type = websocket.DATA_TYPE_TEXT })
                  else
                    finished()
                  end
                end
                leave()
              end)
            end
            function init(self)
              for i = 1, CONNECTIONS do connect(i) end
            end
            """;

    private final MisbehavingServer server = MisbehavingServer.start();
    private final JettyTransport transport = new JettyTransport();
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();
    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    private ScriptHost host(boolean direct) throws Exception {
        ScriptHost host = ScriptHost.builder()
                .transport(transport)
                .direct(direct)
                .onScriptError(error -> errors.add(error.located()))
                .build();
        server.otherwise(Behaviour.echo());
        engine.put("URL", server.url());
        host.define(engine, "enter", arguments -> most.accumulateAndGet(inside.incrementAndGet(), Math::max));
        host.define(engine, "leave", arguments -> inside.decrementAndGet());
        host.define(engine, "onMessage", arguments -> {
            messages.incrementAndGet();
            return threads.add(Thread.currentThread().getName().replaceAll("-\\d+$", ""));
        });
        return host;
    }

    /** Runs the echo until every connection has had so many messages. */
    private void play(ScriptHost host, int connections, int each) throws Exception {
        AtomicInteger left = new AtomicInteger(connections);
        engine.put("CONNECTIONS", connections);
        engine.put("MOST", each);
        host.define(engine, "finished", arguments -> {
            if (left.decrementAndGet() == 0) {
                host.stop();
            }
            return null;
        });
        host.load(engine, ECHO, "echo.lua").start();
        host.run();
    }

    @Test
    void messages_are_delivered_by_the_threads_of_the_transport_and_all_else_by_the_one_that_runs() throws Exception {
        try (ScriptHost host = host(true)) {
            play(host, 1, 200);
            assertThat(messages).hasValue(200);
            assertThat(threads).contains("scriptsocket-jetty");
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void without_it_every_message_is_delivered_by_the_thread_that_runs() throws Exception {
        try (ScriptHost host = host(false)) {
            play(host, 4, 50);
            assertThat(messages).hasValue(200);
            assertThat(threads).containsOnly(Thread.currentThread().getName().replaceAll("-\\d+$", ""));
        }
    }

    @Test
    void many_connections_and_tasks_of_other_threads_are_one_at_a_time_and_none_is_lost() throws Exception {
        try (ScriptHost host = host(true)) {
            AtomicInteger tasks = new AtomicInteger();
            Thread other = new Thread(() -> {
                for (int i = 0; i < 1_000; i++) {
                    host.execute(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        tasks.incrementAndGet();
                        inside.decrementAndGet();
                    });
                }
            });
            other.start();
            play(host, 16, 100);
            other.join();
            host.update(0);
            assertThat(messages).hasValue(1_600);
            assertThat(tasks).hasValue(1_000);
            assertThat(most).hasValue(1);
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void close_inside_a_callback_closes_on_the_thread_that_runs() throws Exception {
        ScriptHost host = host(true);
        List<String> closedBy = Collections.synchronizedList(new ArrayList<>());
        engine.put("CONNECTIONS", 1);
        engine.put("MOST", 50);
        host.define(engine, "finished", arguments -> {
            host.close();
            return null;
        });
        host.define(
                engine,
                "closedBy",
                arguments -> closedBy.add(Thread.currentThread().getName()));
        host.load(engine, ECHO + "function final(self) closedBy() end", "echo.lua")
                .start();
        host.run();
        assertThat(host.isClosed()).isTrue();
        assertThat(closedBy).containsExactly(Thread.currentThread().getName());
        RecordedConnection peer = server.takeConnection();
        peer.takeRequest();
        Frame last = peer.takeFrame();
        while (last.opcode() != Frame.CLOSE) {
            last = peer.takeFrame();
        }
        assertThat(last.status().code()).isEqualTo(1001);
    }

    @Test
    void what_a_function_of_the_host_throws_to_end_it_comes_out_of_run() throws Exception {
        try (ScriptHost host = host(true)) {
            engine.put("CONNECTIONS", 1);
            engine.put("MOST", 50);
            host.define(engine, "finished", arguments -> {
                throw host.unwind("enough");
            });
            host.load(engine, ECHO, "echo.lua").start();
            assertThatThrownBy(host::run).isInstanceOf(ScriptUnwind.class).hasMessageContaining("enough");
        }
    }

    @Test
    void an_error_in_a_callback_is_reported_and_the_next_events_still_come() throws Exception {
        try (ScriptHost host = host(true)) {
            engine.put("CONNECTIONS", 1);
            engine.put("MOST", 3);
            host.define(engine, "finished", arguments -> {
                host.stop();
                return null;
            });
            host.load(engine, ECHO.replace("leave()", "leave() error('oops')"), "echo.lua")
                    .start();
            host.run();
            assertThat(errors).hasSize(4).allMatch(error -> error.endsWith("oops"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void the_condition_of_run_ends_it_after_the_update_in_which_it_holds(int wanted) throws Exception {
        try (ScriptHost host = host(true)) {
            engine.put("CONNECTIONS", 1);
            engine.put("MOST", 1_000_000);
            host.load(engine, ECHO, "echo.lua").start();
            host.run(0, () -> messages.get() >= wanted);
            assertThat(messages).hasValue(wanted);
        }
    }

    @Test
    void an_interrupt_ends_run() throws Exception {
        try (ScriptHost host = host(true)) {
            engine.put("CONNECTIONS", 1);
            engine.put("MOST", 1_000_000);
            host.load(engine, ECHO, "echo.lua").start();
            Thread runs = new Thread(host::run, "runs");
            runs.start();
            assertThat(Eventually.holds(() -> messages.get() > 10)).isTrue();
            runs.interrupt();
            runs.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(runs.isAlive()).isFalse();
            int then = messages.get();
            host.connections();
            assertThat(messages).hasValue(then);
        }
    }

    @Test
    void scripts_that_are_not_trusted_never_run_so() throws Exception {
        assertThatThrownBy(() -> ScriptHost.builder().untrusted().direct(true).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scripts that are not trusted can not run on the threads of the transport");
        try (ScriptHost host =
                ScriptHost.builder().transport(transport).direct(true).build()) {
            ScriptEngine confined = new LuaScriptEngineFactory()
                    .withSandbox(LuaSandbox.restricted())
                    .getScriptEngine();
            assertThatThrownBy(() -> host.load(confined, "x = 1", "x.lua"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must not be direct");
        }
    }
}
