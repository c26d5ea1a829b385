package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.policy.Limits;

/** What holds a socket is given up to the millisecond, whether the host updates or not. */
final class TimeLimitsTest {

    private static final String TALK = """
            function init(self) self.conn = websocket.connect("ws://peer/", {}, show) end
            function send(self) websocket.send(self.conn, "hello") end
            function leave(self) websocket.disconnect(self.conn) end
            """;

    @Test
    void r7_3_a_peer_that_does_not_answer_Close_is_given_up_after_3_s() throws Exception {
        givesUpTheClose(Limits.standard(), 3_000);
    }

    @ParameterizedTest
    @CsvSource({"1ms, 1", "250ms, 250", "1min, 60000"})
    void r7_3_or_after_the_close_timeout_of_the_host(String setting, long millis) throws Exception {
        givesUpTheClose(Limits.standard().with("close-timeout", setting), millis);
    }

    private static void givesUpTheClose(Limits limits, long millis) throws Exception {
        try (Stage stage = new Stage(limits)) {
            stage.peers.otherwise(Behaviour.accept().ignore());
            ScriptInstance instance = stage.start(TALK);
            stage.update();
            instance.call("leave");
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''", "DISCONNECTED '' 1000 ''");
            stage.pass(millis - 1);
            assertThat(stage.peers.openConnections()).isOne();
            assertThat(stage.host.isIdle()).isFalse();
            stage.pass(1);
            assertThat(stage.peers.openConnections()).isZero();
            assertThat(stage.host.isIdle()).isTrue();
            stage.clock.runDue();
            assertThat(stage.clock.waiting()).as("timers").isZero();
        }
    }

    @Test
    void r7_3_the_time_of_the_close_begins_when_it_was_written_and_not_before() throws Exception {
        try (Stage stage = new Stage()) {
            Behaviour slow = Behaviour.accept().pause(Duration.ofSeconds(5));
            stage.peers.otherwise(slow.ignore());
            ScriptInstance instance = stage.start(TALK);
            stage.update();
            instance.call("leave");
            stage.pass(7_999);
            assertThat(stage.peers.openConnections()).isOne();
            stage.pass(1);
            assertThat(stage.peers.openConnections()).isZero();
        }
    }

    @Test
    void r7_3_a_close_that_can_not_be_written_is_given_up_after_10_s() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.accept().stopReading());
            ScriptInstance instance = stage.start(TALK);
            stage.update();
            instance.call("leave");
            stage.update();
            stage.pass(9_999);
            assertThat(stage.peers.openConnections()).isOne();
            stage.pass(1);
            assertThat(stage.peers.openConnections()).isZero();
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''", "DISCONNECTED '' 1000 ''");
        }
    }

    @Test
    void r7_3_an_answer_in_time_ends_it_at_once() throws Exception {
        try (Stage stage = new Stage()) {
            ScriptInstance instance = stage.start(TALK);
            stage.update();
            instance.call("leave");
            stage.clock.runDue();
            assertThat(stage.peers.openConnections()).isZero();
            assertThat(stage.peers.takeConnections().get(0).takeAll()).last().isEqualTo(new Seen.Ended(Seen.How.FIN));
        }
    }

    @Test
    void r8_5_a_peer_that_takes_nothing_is_given_up_after_10_s() throws Exception {
        givesUpTheWrite(Limits.standard(), 10_000, "10 s");
    }

    @ParameterizedTest
    @CsvSource({"1ms, 1, 1 ms", "250ms, 250, 250 ms", "1min, 60000, 60 s"})
    void r8_5_or_after_the_write_timeout_of_the_host(String setting, long millis, String shown) throws Exception {
        givesUpTheWrite(Limits.standard().with("write-timeout", setting), millis, shown);
    }

    private static void givesUpTheWrite(Limits limits, long millis, String shown) throws Exception {
        try (Stage stage = new Stage(limits)) {
            stage.peers.otherwise(Behaviour.accept().stopReading());
            ScriptInstance instance = stage.start(TALK);
            stage.update();
            instance.call("send");
            stage.pass(millis - 1);
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
            assertThat(stage.peers.openConnections()).isOne();
            stage.pass(1);
            assertThat(stage.peers.openConnections()).isZero();
            stage.update();
            assertThat(stage.trace())
                    .containsExactly(
                            "ERROR 'Connection lost: no progress in writing for " + shown + "'",
                            "DISCONNECTED '' 1006 ''");
            assertThat(stage.clock.waiting()).as("timers").isZero();
        }
    }

    @Test
    void r8_5_to_send_more_is_no_progress() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.accept().stopReading());
            ScriptInstance instance = stage.start(TALK);
            stage.update();
            for (int second = 0; second < 10; second++) {
                instance.call("send");
                stage.pass(1_000);
            }
            assertThat(stage.peers.openConnections()).isZero();
        }
    }

    @Test
    void r8_5_a_peer_that_takes_a_little_now_and_then_is_not_given_up() throws Exception {
        try (Stage stage = new Stage()) {
            Behaviour slow = Behaviour.accept();
            for (int i = 0; i < 5; i++) {
                slow = slow.pause(Duration.ofMillis(9_999)).receive(1);
            }
            stage.peers.otherwise(slow);
            ScriptInstance instance = stage.start(TALK);
            stage.update();
            for (int i = 0; i < 5; i++) {
                instance.call("send");
            }
            stage.pass(60_000);
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
            RecordedConnection peer = stage.peers.takeConnection();
            assertThat(peer.takeAll()).hasSize(6);
        }
    }

    @Test
    void r2_7_the_deadline_of_a_connect_holds_for_what_comes_of_an_answer() throws Exception {
        try (Stage stage = new Stage()) {
            stage.peers.otherwise(Behaviour.reject(403).body("half").missing(4).ignore());
            stage.start(TALK);
            stage.pass(2_999);
            stage.update();
            assertThat(stage.trace()).isEmpty();
            assertThat(stage.peers.openConnections()).isOne();
            stage.pass(1);
            assertThat(stage.peers.openConnections()).isZero();
            stage.update();
            assertThat(stage.trace())
                    .isEqualTo(List.of("ERROR 'Wrong response status: 403'", "DISCONNECTED '' 1006 ''"));
        }
    }
}
