package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.jetty.NameResolver;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limits;

/** Scripts of many hosts of one transport that ask for names of which nobody knows the address, and one that does not. */
final class SlowNamesTest {

    private static final int HOSTS = 50;
    private static final int NAMES = 8;

    @Test
    void names_that_nobody_answers_hold_up_no_other_host() throws Exception {
        Gate answer = new Gate();
        NameResolver names = name -> {
            if (name.startsWith("slow")) {
                answer.opened().toCompletableFuture().join();
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        List<Play> greedy = new ArrayList<>();
        try (JettyTransport transport =
                        new JettyTransport(JettySettings.standard().withNames(names));
                MisbehavingServer server = MisbehavingServer.start();
                Play other = new Play(transport, Limits.standard())) {
            for (int i = 0; i < HOSTS; i++) {
                greedy.add(slow(new Play(transport, Limits.sandbox()), server.port()));
            }
            other.call("talk", "ws://fast.example:" + server.port());
            assertThat(other.lines(1)).containsExactly("CONNECTED ''");
            answer.open();
            for (Play each : greedy) {
                assertThat(each.lines(NAMES)).containsOnly("CONNECTED ''");
                each.host.abort();
            }
        }
    }

    private static Play slow(Play play, int port) throws Exception {
        for (int i = 0; i < NAMES; i++) {
            play.call("talk", "ws://slow" + i + ".example:" + port);
        }
        return play;
    }
}
