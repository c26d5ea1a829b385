package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Transport;

/** What is noticed of a peer while its messages fill the window, and the host does not update: all that comes before the next message. */
final class StoppedReadingTest {

    private static final int WINDOW = (int) Limit.UNDELIVERED_MESSAGES.standard();
    private static final List<Frame> FULL = Collections.nCopies(WINDOW, Frame.text("m"));

    /** A transport and its peers. */
    private record Net(Transport transport, Peers peers) implements AutoCloseable {
        @Override
        public void close() {
            transport.close();
            peers.close();
        }
    }

    private enum Nets {
        MEMORY,
        JETTY;

        Net begin() {
            return this == MEMORY ? memory() : new Net(new JettyTransport(), MisbehavingServer.start());
        }

        private static Net memory() {
            MemoryTransport both = MemoryTransport.recording();
            return new Net(both, both);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_ping_is_answered(Nets nets) throws Exception {
        try (Net net = nets.begin();
                Play play = new Play(net.transport, Limits.standard())) {
            RecordedConnection peer =
                    fill(net, play, Behaviour.accept().send(FULL).send(Frame.ping("here?")));
            Frame pong = peer.takeFrame();
            assertThat(pong.opcode()).isEqualTo(Frame.PONG);
            assertThat(pong.string()).isEqualTo("here?");
            assertThat(play.lines(1 + WINDOW)).isEqualTo(opened());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_Close_is_answered_and_told_after_the_messages_before_it(Nets nets) throws Exception {
        try (Net net = nets.begin();
                Play play = new Play(net.transport, Limits.standard())) {
            RecordedConnection peer =
                    fill(net, play, Behaviour.accept().send(FULL).close(4001, "why"));
            assertThat(peer.takeFrame().status().code()).isEqualTo(4001);
            List<String> all = opened();
            all.add("DISCONNECTED 'Server closing (4001). Reason: 'why'' 4001 'why'");
            assertThat(play.lines(all.size())).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_is_noticed_and_told_after_the_messages_before_it(Nets nets) throws Exception {
        try (Net net = nets.begin();
                Play play = new Play(net.transport, Limits.standard())) {
            Gate now = new Gate();
            fill(net, play, Behaviour.accept().send(FULL).await(now).reset());
            now.open();
            assertNoticed(play);
            assertEndsAfterTheMessages(play);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_FIN_is_noticed_and_told_after_the_messages_before_it(Nets nets) throws Exception {
        try (Net net = nets.begin();
                Play play = new Play(net.transport, Limits.standard())) {
            Gate now = new Gate();
            fill(net, play, Behaviour.accept().send(FULL).await(now).fin());
            now.open();
            assertNoticed(play);
            assertEndsAfterTheMessages(play);
        }
    }

    /** A pong would stand behind messages that are not read, so none is asked for, nor missed. */
    @ParameterizedTest
    @EnumSource
    void keepalive_waits_until_the_script_goes_on(Nets nets) throws Exception {
        Limits limits = Limits.standard().with("ping-interval", "10ms").with("pong-timeout", "30ms");
        try (Net net = nets.begin();
                Play play = new Play(net.transport, limits);
                Play dying = new Play(net.transport, limits)) {
            RecordedConnection peer = fill(
                    net,
                    play,
                    Behaviour.accept().send(FULL).send("one").send("more").receive(1));
            net.peers.otherwise(Behaviour.accept().ignore());
            for (int i = 0; i < 3; i++) {
                dying.call("talk", net.peers.url());
                assertThat(dying.lines(3)).contains("ERROR 'Connection lost: no pong came within 30 ms'");
            }
            assertThat(play.lines(3 + WINDOW)).hasSize(3 + WINDOW).endsWith("MESSAGE 'one'", "MESSAGE 'more'");
            while (!peer.takeAll().isEmpty()) {
                // pings from before
            }
            assertThat(peer.takeFrame().opcode()).isEqualTo(Frame.PING);
            play.host.abort();
        }
    }

    /** Connects, updates once, and waits until the window is full. */
    private static RecordedConnection fill(Net net, Play play, Behaviour behaviour) throws Exception {
        net.peers.otherwise(behaviour);
        play.call("talk", net.peers.url());
        assertThat(Eventually.holds(() -> play.host.connections().get(0).undelivered() >= WINDOW))
                .isTrue();
        RecordedConnection peer = net.peers.takeConnection();
        peer.takeRequest();
        return peer;
    }

    private static void assertNoticed(Play play) {
        boolean noticed =
                Eventually.holds(() -> play.host.flightRecorder().contains("arrived: failure, Connection lost: "));
        assertThat(noticed).as(() -> play.host.flightRecorder()).isTrue();
    }

    private static void assertEndsAfterTheMessages(Play play) {
        List<String> lines = play.lines(3 + WINDOW);
        assertThat(lines.subList(0, 1 + WINDOW)).isEqualTo(opened());
        assertThat(lines.get(1 + WINDOW)).startsWith("ERROR 'Connection lost: ");
        assertThat(lines.get(2 + WINDOW)).isEqualTo("DISCONNECTED '' 1006 ''");
    }

    private static List<String> opened() {
        List<String> all = new ArrayList<>(List.of("CONNECTED ''"));
        all.addAll(Collections.nCopies(WINDOW, "MESSAGE 'm'"));
        return all;
    }
}
