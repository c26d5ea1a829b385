package org.scriptsocket.docs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.Transport;

/**
 * DESIGN 3, {@code close()} and {@code abort()} in every case, over real sockets. {@code ScriptHostTest} has those without a connection
 * (from another thread it waits for the entry, inside one it happens at its end), {@code HostEndTest} the plain ones.
 */
final class HostCloseTest {

    /** A limit that no test outlives, so that whatever waits for it fails. */
    private static final String FOREVER = "3600s";

    private static final Limits PATIENT =
            Limits.standard().with("close-timeout", FOREVER).with("write-timeout", FOREVER);

    private final MisbehavingServer server = MisbehavingServer.start();
    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<Arguments> moments() {
        return Stream.of(
                Arguments.of("/", "function init(self) open(self) close() end"),
                Arguments.of("/", "function update(self) if heard then close() end end"),
                Arguments.of("/", "function act(event) if event == websocket.EVENT_CONNECTED then close() end end"),
                Arguments.of("/", "function act(event) if event == websocket.EVENT_MESSAGE then close() end end"),
                Arguments.of("/no", "function act(event) if event == websocket.EVENT_ERROR then close() end end"),
                Arguments.of(
                        "/no", "function act(event) if event == websocket.EVENT_DISCONNECTED then close() end end"),
                Arguments.of("/", """
                        local closer = coroutine.wrap(function() coroutine.yield() close() end)
                        closer()
                        function act(event) if event == websocket.EVENT_MESSAGE then closer() end end"""),
                Arguments.of("/", "function act() stop() end function final(self) finals = 1 close() end"));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void inside_any_function_of_a_script_it_happens_at_the_end_of_the_entry(String path, String closing)
            throws Exception {
        server.on("/no", Behaviour.refuse());
        engine.put("URL", server.url() + path);
        ScriptHost host = ScriptHost.create();
        List<Boolean> inside = closesInside(host);
        ScriptInstance instance =
                host.load(engine, Talk.SCRIPT + closing, Talk.NAME).start();
        host.run();
        if (!host.isClosed()) {
            instance.close();
        }

        assertThat(inside).as("whether it was closed inside").containsExactly(false);
        assertThat(host.isClosed()).isTrue();
        assertThat(engine.get("finals")).isEqualTo(1);
        assertNoSocketIsLeft();
    }

    @Test
    void while_a_script_is_loaded_it_happens_when_that_is_over() throws Exception {
        ScriptHost host = ScriptHost.create();
        List<Boolean> inside = closesInside(host);
        Script script = host.load(engine, "close()", Talk.NAME);

        assertThat(inside).containsExactly(false);
        assertThatThrownBy(script::start).hasMessage("The script host is closed");
    }

    @Test
    void from_many_threads_at_once_it_happens_once_and_ends_a_run_under_way() throws Exception {
        ScriptHost host = started(Limits.standard(), "/");
        CountDownLatch heard = new CountDownLatch(1);
        ScriptFunction act = arguments -> {
            heard.countDown();
            return true;
        };
        engine.put("act", act);
        Thread running = new Thread(host::run);
        running.start();
        heard.await();
        List<Thread> closing =
                Stream.generate(() -> new Thread(host::close)).limit(4).toList();
        closing.forEach(Thread::start);
        for (Thread each : closing) {
            each.join();
        }
        running.join();
        host.close();

        assertThat(engine.get("finals")).isEqualTo(1);
        assertNoSocketIsLeft();
    }

    @Test
    void a_dial_under_way_is_given_up_at_once() throws Exception {
        server.otherwise(Behaviour.silence());
        ScriptHost host = started(PATIENT, "/");
        server.takeConnection().takeRequest();
        host.close();

        assertThat(engine.get("finals")).isEqualTo(1);
        assertNoSocketIsLeft();
    }

    @Test
    void a_name_that_is_being_looked_up_does_not_hold_it_up() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        JettySettings slow = JettySettings.standard().withNames(name -> {
            asked.countDown();
            await(closed);
            return new InetAddress[0];
        });
        try (Transport transport = new JettyTransport(slow)) {
            engine.put("URL", "ws://slow.invalid");
            ScriptHost host =
                    ScriptHost.builder().transport(transport).limits(PATIENT).build();
            host.load(engine, Talk.SCRIPT, Talk.NAME).start();
            asked.await();
            host.close();
            closed.countDown();
        }
        assertThat(engine.get("finals")).isEqualTo(1);
    }

    @Test
    @Timeout(25) // One limit for each of them would be 40 s.
    void peers_that_never_answer_have_one_limit_for_all_together() throws Exception {
        int peers = 40;
        server.otherwise(Behaviour.accept().ignore());
        ScriptHost host = started(Limits.standard().with("close-timeout", "1s"), "/");
        for (int i = 1; i < peers; i++) {
            host.load(engine, Talk.SCRIPT, Talk.NAME).start();
        }
        List<RecordedConnection> seen = new ArrayList<>();
        untilConnected(host, peers);
        host.close();

        assertNoSocketIsLeft();
        for (int i = 0; i < peers; i++) {
            seen.add(server.takeConnection());
        }
        for (RecordedConnection each : seen) {
            each.takeRequest();
            assertThat(each.takeFrame().string()).isEqualTo("hello");
            assertThat(each.takeFrame().status().code()).isEqualTo(1001);
        }
    }

    @Test
    void a_peer_that_does_not_even_read_is_given_up_after_the_close_timeout() throws Exception {
        Gate gate = new Gate();
        server.otherwise(Behaviour.accept().await(gate));
        ScriptHost host = started(PATIENT.with("close-timeout", "200ms"), "/");
        untilConnected(host, 1);
        engine.eval("for i = 1, 30 do websocket.send(last, ('x'):rep(1024 * 1024)) end");
        host.close();
        gate.open();

        assertNoSocketIsLeft();
    }

    @Test
    void an_interrupted_thread_does_not_wait_and_stays_interrupted() throws Exception {
        server.otherwise(Behaviour.accept().ignore());
        ScriptHost host = started(PATIENT, "/");
        untilConnected(host, 1);
        Thread.currentThread().interrupt();
        host.close();

        assertThat(Thread.interrupted()).isTrue();
        assertNoSocketIsLeft();
    }

    @Test
    void abort_ends_a_close_that_waits() throws Exception {
        server.otherwise(Behaviour.accept().ignore());
        ScriptHost host = started(PATIENT, "/");
        untilConnected(host, 1);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(host::close);
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        seen.takeFrame();
        assertThat(seen.takeFrame().status().code()).isEqualTo(1001);
        host.abort();

        closed.get(20, TimeUnit.SECONDS);
        assertNoSocketIsLeft();
    }

    @Test
    void abort_does_not_wait_for_the_entry_under_way() throws Exception {
        ScriptHost host = started(PATIENT, "/");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        ScriptFunction act = arguments -> {
            inside.countDown();
            return await(aborted);
        };
        engine.put("act", act);
        CompletableFuture<Void> running = CompletableFuture.runAsync(host::run);
        inside.await();
        host.abort();
        assertNoSocketIsLeft();
        aborted.countDown();

        running.get(20, TimeUnit.SECONDS);
        assertThat(engine.get("finals")).as("final does not run").isNull();
    }

    @Test
    void a_host_may_close_another_one_inside_its_entry() throws Exception {
        ScriptHost other = started(Limits.standard(), "/");
        untilConnected(other, 1);
        try (ScriptHost host = ScriptHost.create()) {
            host.execute(other::close);
            host.update(0);
            assertNoSocketIsLeft();
            assertThat(host.isClosed()).isFalse();
        }
    }

    private ScriptHost started(Limits limits, String path) throws Exception {
        ScriptHost host = ScriptHost.builder().limits(limits).build();
        engine.put("URL", server.url() + path);
        host.load(engine, Talk.SCRIPT, Talk.NAME).start();
        return host;
    }

    /** Gives the script {@code close} and {@code stop}; what is added says whether the host was closed right after the call. */
    private List<Boolean> closesInside(ScriptHost host) {
        List<Boolean> inside = new ArrayList<>();
        ScriptFunction close = arguments -> {
            host.close();
            return inside.add(host.isClosed());
        };
        ScriptFunction stop = arguments -> {
            host.stop();
            return true;
        };
        engine.put("close", close);
        engine.put("stop", stop);
        return inside;
    }

    private void untilConnected(ScriptHost host, int connections) {
        Talk.until(host, "the connections", () -> ((Number) engine.get("connected")).intValue() == connections);
    }

    private void assertNoSocketIsLeft() {
        assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false; // The look-up of a transport that was closed.
        }
    }
}
