package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.policy.Limits;

class QuotasTest {

    private static final String OPEN = """
            function open(self, url) self.conn = websocket.connect(url, {}, show) end
            function try(self, url) websocket.connect(url, {}, show) end
            function leave(self) websocket.disconnect(self.conn) end
            """;

    @ParameterizedTest
    @CsvSource({
        "connections,          connections",
        "connections-instance, connections of a script instance",
        "connections-remote,   connections to one remote host",
        "connect-rate,         connects in a second",
    })
    void each_has_an_error_that_names_it(String quota, String words) throws Exception {
        try (Stage stage = new Stage(Limits.standard().with(quota, "2"))) {
            ScriptInstance instance = stage.start(OPEN);
            for (int i = 0; i < 3; i++) {
                instance.call("open", "ws://peer/");
            }
            stage.update();
            assertThat(stage.trace())
                    .containsExactlyInAnyOrder(
                            "CONNECTED ''",
                            "CONNECTED ''",
                            "ERROR 'Failed to open connection: peer:80 was not dialled: the limit of 2 " + words + " ("
                                    + quota + ") is reached'",
                            "DISCONNECTED '' 1006 ''");
        }
    }

    @ParameterizedTest
    @CsvSource({"connections", "connections-instance", "connections-remote"})
    void a_connection_counts_until_its_socket_is_gone(String quota) throws Exception {
        try (Stage stage = new Stage(Limits.standard().with(quota, "1"))) {
            stage.peers.otherwise(Behaviour.accept().ignore());
            ScriptInstance instance = stage.start(OPEN);
            instance.call("open", "ws://peer/");
            stage.update();
            instance.call("leave");
            stage.update();
            instance.call("open", "ws://peer/");
            stage.update();
            assertThat(stage.trace().get(2)).contains("(" + quota + ")");
            stage.pass(3000);
            instance.call("open", "ws://peer/");
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
        }
    }

    @ParameterizedTest
    @CsvSource({"connections", "connections-instance", "connections-remote"})
    void a_dial_counts_until_it_is_cancelled(String quota) throws Exception {
        try (Stage stage = new Stage(Limits.standard().with(quota, "1"))) {
            stage.peers.on("/never", Behaviour.silence());
            ScriptInstance instance = stage.start(OPEN);
            instance.call("open", "ws://peer/never");
            stage.pass(1000);
            instance.call("try", "ws://peer/");
            stage.update();
            assertThat(stage.trace()).hasSize(2).first().asString().contains("(" + quota + ")");
            instance.call("leave");
            stage.update();
            instance.call("open", "ws://peer/");
            stage.update();
            assertThat(stage.trace()).containsExactly("DISCONNECTED '' 1006 ''", "CONNECTED ''");
        }
    }

    @ParameterizedTest
    @CsvSource({"connections", "connections-instance", "connections-remote"})
    void a_dial_that_failed_or_took_too_long_counts_no_more(String quota) throws Exception {
        try (Stage stage = new Stage(Limits.standard().with(quota, "1"))) {
            stage.peers.on("/never", Behaviour.silence());
            stage.peers.on("/refuses", Behaviour.reject(403));
            ScriptInstance instance = stage.start(OPEN);
            for (String path : List.of("never", "refuses", "never")) {
                instance.call("open", "ws://peer/" + path);
                stage.update();
                stage.pass(60_000);
                stage.update();
                assertThat(stage.trace())
                        .hasSize(2)
                        .noneMatch(line -> line.contains(quota))
                        .endsWith("DISCONNECTED '' 1006 ''");
            }
            instance.call("open", "ws://peer/");
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
        }
    }

    @Test
    void instances_and_remote_hosts_have_a_quota_each() throws Exception {
        try (Stage stage =
                new Stage(Limits.standard().with("connections-instance", "2").with("connections-remote", "2"))) {
            ScriptInstance one = stage.start(OPEN);
            ScriptInstance two = stage.start(OPEN);
            for (ScriptInstance instance : List.of(one, two)) {
                instance.call("open", "ws://peer/");
                instance.call("open", "ws://other/");
            }
            stage.update();
            assertThat(stage.trace()).containsOnly("CONNECTED ''").hasSize(4);
            for (String same : List.of("PEER", "peer.", "Peer.:80")) {
                stage.start(OPEN).call("open", "ws://" + same + "/");
                stage.update();
                assertThat(stage.trace().get(0)).contains("(connections-remote)");
            }
        }
    }

    @Test
    void the_rate_is_by_the_clock_of_the_host() throws Exception {
        try (Stage stage = new Stage(Limits.standard().with("connect-rate", "2"))) {
            ScriptInstance instance = stage.start(OPEN);
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 3; i++) {
                    instance.call("open", "ws://peer/");
                }
                stage.update();
                assertThat(stage.trace())
                        .filteredOn(line -> line.startsWith("CONNECTED"))
                        .hasSize(round == 0 ? 2 : 1);
                stage.pass(500);
            }
        }
    }
}
