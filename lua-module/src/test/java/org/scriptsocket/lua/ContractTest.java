package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.Limits;

/** The state machine of the module as a script sees it, rule by rule, in virtual time. The numbers are those of the contract. */
final class ContractTest {

    private static final String SHOW_ALL = """
            function init(self) self.conn = websocket.connect("ws://peer/", PARAMS, show) end
            """;

    @Test
    void r2_1_the_callback_never_runs_inside_a_call_of_the_module() throws Exception {
        try (Stage stage = new Stage()) {
            stage.start("""
                    function init(self)
                      inside = true
                      websocket.disconnect(websocket.connect("ws://peer/", {}, function() log(tostring(inside)) end))
                      inside = false
                    end
                    """);
            assertThat(stage.trace()).isEmpty();
            stage.update();
            assertThat(stage.trace()).containsExactly("false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "'-0.5'"})
    void r2_7_a_timeout_of_nothing_is_over_in_the_first_update_with_no_network(String timeout) throws Exception {
        try (Stage stage = new Stage()) {
            stage.start("PARAMS = { timeout = " + timeout + " }" + SHOW_ALL);
            stage.update();
            assertThat(stage.trace()).containsExactly("ERROR 'Connect sequence timed out'", "DISCONNECTED '' 1006 ''");
            assertThat(stage.peers.openConnections()).isZero();
            stage.peers.assertExhausted();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500", "'1500'", "1500.0"})
    void r2_7_the_deadline_is_exact(String timeout) throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.silence());
            stage.start("PARAMS = { timeout = " + timeout + " }" + SHOW_ALL);
            stage.pass(1499);
            stage.update();
            assertThat(stage.trace()).isEmpty();
            stage.pass(1);
            stage.update();
            assertThat(stage.trace()).containsExactly("ERROR 'Connect sequence timed out'", "DISCONNECTED '' 1006 ''");
            assertThat(stage.peers.openConnections()).isZero();
        }
    }

    @Test
    void r2_7_it_is_3000_ms_without_params() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.silence());
            stage.start(SHOW_ALL);
            stage.pass(2999);
            stage.update();
            assertThat(stage.trace()).isEmpty();
            stage.pass(1);
            stage.update();
            assertThat(stage.trace()).hasSize(2);
        }
    }

    @Test
    void r2_7_an_answer_that_arrived_in_time_counts_however_late_the_update() throws Exception {
        try (Stage stage = new Stage()) {
            stage.start("PARAMS = { timeout = 100 }" + SHOW_ALL);
            stage.pass(60_000);
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
        }
    }

    @Test
    void r2_8_a_limit_raises_nothing_and_comes_as_ERROR_and_DISCONNECTED() throws Exception {
        try (Stage stage = new Stage(Limits.standard().with("connections", "2"))) {
            stage.start("""
                    function init(self) for i = 1, 3 do websocket.connect("ws://peer/", {}, show) end end
                    """);
            stage.update();
            assertThat(stage.trace())
                    .containsExactlyInAnyOrder(
                            "ERROR 'Failed to open connection: peer:80 was not dialled: the limit of 2 connections (connections) is reached'",
                            "DISCONNECTED '' 1006 ''",
                            "CONNECTED ''",
                            "CONNECTED ''");
        }
    }

    @Test
    void r2_8_a_connection_counts_until_its_socket_is_gone() throws Exception {
        try (Stage stage = new Stage(Limits.standard().with("connections", "1"))) {
            stage.peers.otherwise(Behaviour.accept().ignore());
            ScriptInstance instance = stage.start(SHOW_ALL + """
                            function leave(self) websocket.disconnect(self.conn) end
                            function again(self) self.conn = websocket.connect("ws://peer/", {}, show) end
                            """);
            stage.update();
            instance.call("leave");
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''", "DISCONNECTED '' 1000 ''");
            instance.call("again");
            stage.update();
            assertThat(stage.trace().get(0)).contains("limit of 1 connections");
            stage.pass(3000);
            instance.call("again");
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"final", "finalize"})
    void r2_9_connect_raises_while_the_instance_is_closing(String name) throws Exception {
        try (Stage stage = new Stage()) {
            ScriptInstance instance = stage.start("function " + name + """
                    (self)
                      log(select(2, pcall(function() local c = websocket.connect("ws://peer/", {}, show) return c end)))
                    end
                    """);
            instance.close();
            assertThat(stage.trace()).containsExactly("test.lua:2: The script instance is closing");
        }
    }

    @Test
    void r5_3_messages_before_a_close_a_fin_or_a_reset_are_delivered() throws Exception {
        Behaviour talk = Behaviour.accept().send("one").send("two");
        for (Behaviour ending : List.of(talk.close(4001, "why"), talk.fin(), talk.reset())) {
            try (Stage stage = new Stage()) {
                stage.peers.otherwise(ending);
                stage.start(SHOW_ALL);
                stage.updates(3);
                assertThat(stage.trace())
                        .startsWith("CONNECTED ''", "MESSAGE 'one'", "MESSAGE 'two'")
                        .last()
                        .asString()
                        .startsWith("DISCONNECTED");
            }
        }
    }

    @Test
    void r5_4_ERROR_is_followed_by_DISCONNECTED_with_no_event_of_the_connection_between() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.reject(403).body("no"));
            stage.start(SHOW_ALL);
            stage.update();
            assertThat(stage.trace()).containsExactly("ERROR 'Wrong response status: 403'", "DISCONNECTED '' 1006 ''");
        }
    }

    @Test
    void r5_5_the_server_close_is_told_with_code_and_reason() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.accept().close(4001, "why"));
            stage.peers.on("/empty", Behaviour.accept().close());
            stage.start("""
                    function init(self)
                      websocket.connect("ws://peer/", {}, show)
                      websocket.connect("ws://peer/empty", {}, show)
                    end
                    """);
            stage.updates(3);
            assertThat(stage.trace())
                    .contains(
                            "DISCONNECTED 'Server closing (4001). Reason: 'why'' 4001 'why'",
                            "DISCONNECTED 'Server closing (1005). Reason: ''' 1005 ''");
        }
    }

    @Test
    void r5_7_an_update_delivers_what_had_arrived_when_it_began_then_calls_update() throws Exception {
        try (Stage stage = new Stage()) {
            stage.start("""
                    function init(self)
                      websocket.connect("ws://peer/", {}, function(self, conn, data)
                        show(self, conn, data)
                        if is(data, "CONNECTED") then websocket.disconnect(conn) end
                      end)
                    end
                    function update(self, dt) log("update " .. dt) end
                    """);
            stage.clock.runDue();
            stage.host.update(0.5);
            stage.host.update(0.25);
            assertThat(stage.trace())
                    .containsExactly("CONNECTED ''", "update 0.5", "DISCONNECTED '' 1000 ''", "update 0.25");
        }
    }

    @Test
    void r5_8_an_error_in_a_callback_is_reported_with_its_place_and_changes_nothing_else() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.accept().send("one").send("two"));
            ScriptInstance instance = stage.start("""
                    function init(self)
                      websocket.connect("ws://peer/", {}, function(self, conn, data)
                        show(self, conn, data)
                        if data.message == "one" then
                          error("boom")
                        end
                      end)
                    end
                    """);
            stage.updates(2);
            assertThat(stage.trace()).containsExactly("CONNECTED ''", "MESSAGE 'one'", "MESSAGE 'two'");
            assertThat(stage.errors).singleElement().satisfies(error -> {
                assertThat(error.located()).isEqualTo("test.lua:5: boom");
                assertThat(error.function()).isEqualTo("callback");
                assertThat(error.instance()).isSameAs(instance);
                assertThat(error.traceback()).contains("test.lua:5");
            });
        }
    }

    @Test
    void r6_1_the_checks_of_send_come_in_this_order() throws Exception {
        try (Stage stage = new Stage()) {
            ScriptInstance instance = stage.start("""
                    local function try(...)
                      local args, n = { ... }, select("#", ...)
                      local ok, e = pcall(function() local r = websocket.send(unpack(args, 1, n)) return r end)
                      log(ok and "ok" or (e:gsub("^test.lua:%d+: ", "")))
                    end
                    function init(self)
                      self.conn = websocket.connect("ws://peer/", {}, function(self, conn, data)
                        if is(data, "CONNECTED") then
                          try(nil, {}, { type = 9 })
                          try(conn, {}, { type = 9 })
                          try(conn, "x", { type = 9 })
                          try(conn, "x", { type = "1" })
                          try(conn, "a\\255", { type = websocket.DATA_TYPE_TEXT })
                          try(conn, 12.5)
                          websocket.disconnect(conn)
                          try(conn, {})
                        else
                          try(conn, {})
                        end
                      end)
                      try(self.conn, {})
                    end
                    function again(self) try(self.conn, {}) end
                    """);
            instance.call("again");
            stage.updates(2);
            instance.call("again");
            assertThat(stage.trace())
                    .containsExactly(
                            "Connection isn't connected",
                            "Connection isn't connected",
                            "The first argument must be a valid connection!",
                            "bad argument #2 to 'send' (string expected, got table)",
                            "bad argument #3 to 'send' (type: DATA_TYPE_TEXT or DATA_TYPE_BINARY expected, got 9)",
                            "bad argument #3 to 'send' (type: DATA_TYPE_TEXT or DATA_TYPE_BINARY expected, got string)",
                            "bad argument #2 to 'send' (not valid UTF-8 at byte 2)",
                            "ok",
                            "Connection isn't connected",
                            "Connection isn't connected",
                            "Invalid connection");
        }
    }

    @Test
    void r6_3_a_full_send_buffer_and_a_message_over_the_limit_raise_and_name_the_limit() throws Exception {
        Limits limits = Limits.standard().with("unsent", "10").with("message-out", "20");
        try (Stage stage = new Stage(limits)) {
            stage.peers.otherwise(Behaviour.accept().stopReading());
            ScriptInstance instance = stage.start("""
                    function init(self) self.conn = websocket.connect("ws://peer/", {}, show) end
                    function send(self, n)
                      local ok, e = pcall(websocket.send, self.conn, ("x"):rep(n))
                      log(tostring(e))
                    end
                    """);
            stage.update();
            stage.trace();
            for (int n : new int[] {21, 15, 1}) {
                instance.call("send", n);
                stage.update();
            }
            assertThat(stage.trace())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .contains("Message of 21 bytes is over the limit of 20 (message-out)"),
                            line -> assertThat(line).as("one may always pass").isEqualTo("nil"),
                            line -> assertThat(line)
                                    .contains("Send buffer is full")
                                    .contains("10 (unsent)"));
        }
    }

    @Test
    void r7_2_after_disconnect_the_next_event_is_DISCONNECTED_in_the_next_update_whatever_arrived() throws Exception {
        Behaviour talk = Behaviour.accept().send("one").send("two");
        for (Behaviour ending : List.of(talk, talk.close(4001, "why"), talk.fin(), talk.reset())) {
            try (Stage stage = new Stage()) {
                stage.peers.otherwise(ending);
                stage.start("""
                        function init(self)
                          websocket.connect("ws://peer/", {}, function(self, conn, data)
                            show(self, conn, data)
                            if data.message == "one" then websocket.disconnect(conn) end
                          end)
                        end
                        """);
                stage.updates(4);
                assertThat(stage.trace()).containsExactly("CONNECTED ''", "MESSAGE 'one'", "DISCONNECTED '' 1000 ''");
            }
        }
    }

    @Test
    void r7_3_what_was_sent_before_disconnect_goes_out_then_close_1000() throws Exception {
        try (Stage stage = new Stage()) {
            stage.start("""
                    function init(self)
                      websocket.connect("ws://peer/", {}, function(self, conn, data)
                        if is(data, "CONNECTED") then
                          websocket.send(conn, "last words")
                          websocket.disconnect(conn)
                        end
                      end)
                    end
                    """);
            stage.updates(2);
            RecordedConnection seen = stage.peers.takeConnection();
            seen.takeRequest();
            assertThat(seen.takeFrame().string()).isEqualTo("last words");
            assertThat(seen.takeFrame().status().code()).isEqualTo(1000);
        }
    }

    @Test
    void r7_4_disconnect_of_a_dial_under_way_leaves_nothing() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.silence());
            ScriptInstance instance =
                    stage.start(SHOW_ALL + "function leave(self) websocket.disconnect(self.conn) end");
            stage.update();
            instance.call("leave");
            stage.update();
            assertThat(stage.trace()).containsExactly("DISCONNECTED '' 1006 ''");
            assertThat(stage.peers.openConnections()).isZero();
            assertThat(stage.host.isIdle()).isTrue();
        }
    }

    @Test
    void r9_2_a_closed_instance_gets_no_event_and_its_connections_close_with_1001() throws Exception {
        try (Stage stage = new Stage()) {
            ScriptInstance instance = stage.start("""
                    function init(self) self.conn = websocket.connect("ws://peer/", {}, show) end
                    function final(self) websocket.send(self.conn, "from final") end
                    """);
            stage.update();
            instance.close();
            stage.updates(3);
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
            RecordedConnection seen = stage.peers.takeConnection();
            seen.takeRequest();
            assertThat(seen.takeFrame().string()).isEqualTo("from final");
            assertThat(seen.takeFrame().status().code()).isEqualTo(1001);
            assertThat(stage.host.isIdle()).isTrue();
        }
    }

    @Test
    void r9_4_a_script_that_is_only_evaluated_has_the_default_instance() throws Exception {
        try (Stage stage = new Stage()) {
            stage.engine.eval("websocket.connect('ws://peer/', {}, function(self) log(type(self)) end)");
            stage.update();
            assertThat(stage.trace()).containsExactly("table");
        }
    }

    @Test
    void a_host_that_does_not_update_stops_the_peer_at_the_bound_and_loses_nothing() throws Exception {
        int count = 2000;
        List<Frame> frames = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            frames.add(Frame.text("m" + i));
        }
        try (Stage stage = new Stage(Limits.standard().with("undelivered-messages", "10"))) {
            stage.peers.otherwise(Behaviour.accept().send(frames).close(1000, ""));
            stage.start(SHOW_ALL);
            stage.pass(10_000);
            assertThat(stage.host.connections().get(0).undelivered()).isEqualTo(10);
            stage.updates(count / 10 + 2);
            List<String> expected = new ArrayList<>(List.of("CONNECTED ''"));
            IntStream.rangeClosed(1, count).forEach(i -> expected.add("MESSAGE 'm" + i + "'"));
            expected.add("DISCONNECTED 'Server closing (1000). Reason: ''' 1000 ''");
            assertThat(stage.trace()).isEqualTo(expected);
        }
    }
}
