package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptUnwind;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** What a host keeps when things end at a bad moment. */
final class HostEdgesTest {

    /** CONTRACT 2.7. */
    @Test
    void an_answer_that_arrives_in_time_during_a_slow_update_counts() throws Exception {
        try (Stage stage = new Stage()) {
            stage.engine.put("slow", (ScriptFunction) arguments -> {
                stage.pass(4000);
                return null;
            });
            stage.start("""
                    function init(self)
                      websocket.connect("nothing", {}, function(self, conn, data) if is(data, "ERROR") then slow() end end)
                      websocket.connect("ws://peer/", {}, show)
                    end
                    """);
            stage.host.update(0);
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
        }
    }

    /** CONTRACT 5.5: whatever happens. */
    @Test
    void an_unwinding_in_the_ERROR_callback_does_not_swallow_DISCONNECTED() throws Exception {
        try (Stage stage = new Stage()) {
            stage.engine.put("leave", (ScriptFunction) arguments -> {
                throw stage.host.unwind("exit");
            });
            stage.start("""
                    function init(self)
                      websocket.connect("nothing", {}, function(self, conn, data)
                        log(data.event)
                        if is(data, "ERROR") then leave() end
                      end)
                    end
                    """);
            assertThatThrownBy(stage::update).isInstanceOf(ScriptUnwind.class);
            stage.update();
            assertThat(stage.trace()).containsExactly("3", "1");
            assertThat(stage.host.isIdle()).isTrue();
        }
    }

    /** DESIGN 3: a host that was aborted has no sockets. */
    @Test
    void nothing_is_dialled_after_an_abort() throws Exception {
        try (Stage stage = new Stage()) {
            stage.host.abort();
            assertThatThrownBy(() -> stage.engine.eval("websocket.connect('ws://peer/', {}, show)"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("The script instance is closing");
            stage.clock.runDue();
            assertThat(stage.peers.openConnections()).isZero();
        }
    }

    @Test
    void a_dial_that_begins_while_another_thread_aborts_the_host_is_ended() throws Exception {
        ManualClock clock = new ManualClock();
        MemoryTransport peers = new MemoryTransport(clock);
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        AbortedMeanwhile transport = new AbortedMeanwhile(peers);
        ScriptHost host = ScriptHost.builder().transport(transport).clock(clock).build();
        transport.host = host;
        host.load(engine, "websocket.connect('ws://peer/', {}, function() end)", "a.lua");
        clock.runDue();
        assertThat(peers.openConnections()).isZero();
    }

    /** CONTRACT 9.3. */
    @Test
    void an_init_that_somebody_else_defined_is_not_called() throws Exception {
        try (Stage stage = new Stage()) {
            var script = stage.load("x = 1");
            stage.engine.eval("function init() log('not mine') end");
            script.start();
            assertThat(stage.trace()).isEmpty();
        }
    }

    /** As if another thread had aborted the host between the decision to dial and its end. */
    private static final class AbortedMeanwhile implements Transport {

        private final Transport real;
        private ScriptHost host = ScriptHost.create();

        AbortedMeanwhile(Transport real) {
            this.real = real;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public TransportConnection open(ConnectRequest request, TransportListener listener) {
            host.abort();
            return real.open(request, listener);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
