package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/** Servers that send more than a script takes, over a real socket, as fast as the machine can. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class FloodTest {

    private static final long GIB = 1L << 30;
    private static final long MESSAGES = GIB / Octets.LENGTH;
    private static final long STOPS = 8;
    private static final long MOST = 64L << 20;

    private final JettyTransport transport = new JettyTransport();
    private final MisbehavingServer other = MisbehavingServer.start();

    @AfterEach
    void close() {
        transport.close();
        other.close();
    }

    /** Before each eighth the host does not update at all, until the server can send no more. */
    @Test
    void a_gibibyte_waits_for_a_slow_script_in_flat_memory_and_arrives_whole() throws Exception {
        Flood flood = Flood.ofMessages(MESSAGES);
        try (RawPeer server = new RawPeer(flood);
                Play play = new Play(transport, Limits.standard());
                Play elsewhere = new Play(transport, Limits.standard())) {
            play.call("take", server.url());
            assertThat(play.lines(1)).containsExactly("CONNECTED ''");
            Memory before = Memory.now();
            flood.begin();
            for (long stop = 0; stop < STOPS; stop++) {
                awaitStop(flood, play, elsewhere);
                assertThat(Memory.now().above(before)).isLessThan(MOST);
                long goal = MESSAGES / STOPS * (stop + 1);
                play.until("message " + goal, () -> play.count("received") >= goal);
            }
            assertThat(play.count("received")).isEqualTo(MESSAGES);
            assertThat(play.count("wrong")).isZero();
            assertThat(play.taken()).isEmpty();
        }
    }

    private void awaitStop(Flood flood, Play play, Play elsewhere) throws Exception {
        assertThat(Eventually.holds(() -> flood.isBlocked() && undelivered(play) >= Limit.UNDELIVERED.standard()))
                .isTrue();
        elsewhere.goThereAndBack(other.url());
        long taken = flood.taken();
        elsewhere.goThereAndBack(other.url());
        assertThat(flood.taken()).isEqualTo(taken);
        assertThat(undelivered(play)).isEqualTo(Limit.UNDELIVERED.standard());
    }

    private static long undelivered(Play play) {
        return play.host.connections().get(0).undelivered() * Octets.LENGTH;
    }
}
