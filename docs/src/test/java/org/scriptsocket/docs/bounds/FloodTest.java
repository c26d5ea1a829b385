package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.FrameReader;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.websocket.ConnectionInfo;

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

    @Test
    void a_host_that_never_updates_again_is_flooded_in_vain_and_closes_all_the_same() throws Exception {
        Flood flood = Flood.ofMessages(MESSAGES);
        try (RawPeer server = new RawPeer(flood);
                Play elsewhere = new Play(transport, Limits.standard())) {
            Play play = new Play(transport, Limits.standard().with("close-timeout", "200ms"));
            play.call("take", server.url());
            assertThat(play.lines(1)).containsExactly("CONNECTED ''");
            Memory before = Memory.now();
            flood.begin();
            awaitStop(flood, play, elsewhere);
            assertThat(Memory.now().above(before)).isLessThan(MOST);
            play.close();
            assertThat(Eventually.holds(server::isDone)).isTrue();
            assertThat(Memory.now().above(before)).isLessThan(MOST);
        }
    }

    @Test
    void what_waits_of_all_connections_is_bounded_by_the_buffers_of_their_host() throws Exception {
        long most = 2 << 20;
        List<Flood> floods =
                Stream.generate(() -> Flood.ofMessages(256)).limit(8).toList();
        List<RawPeer> servers = floods.stream().map(RawPeer::new).toList();
        try (Play play = new Play(transport, Limits.standard().with(Limit.HOST_BUFFERS, most));
                Play elsewhere = new Play(transport, Limits.standard())) {
            for (RawPeer server : servers) {
                play.call("take", server.url());
            }
            play.lines(servers.size());
            Memory before = Memory.now();
            floods.forEach(Flood::begin);
            assertThat(Eventually.holds(() -> floods.stream().allMatch(Flood::isBlocked) && undelivered(play) >= most))
                    .isTrue();
            elsewhere.goThereAndBack(other.url());
            // each connection may have asked for a message when there was room for one
            assertThat(undelivered(play)).isBetween(most, most + (long) servers.size() * Octets.LENGTH);
            assertThat(Memory.now().above(before)).isLessThan(MOST);
            play.until("all messages", () -> play.count("received") == 8 * 256);
            assertThat(play.count("wrong")).isZero();
        } finally {
            servers.forEach(RawPeer::close);
        }
    }

    static List<Arguments> endless() {
        return List.of(
                Arguments.of("empty fragments", new byte[] {0x02, 0}, new byte[] {0, 0}),
                Arguments.of("pings", new byte[0], new byte[] {(byte) 0x89, 0}),
                Arguments.of("pongs", new byte[0], new byte[] {(byte) 0x8A, 0}),
                Arguments.of("empty messages", new byte[0], new byte[] {(byte) 0x82, 0}));
    }

    /** Reads of all connections are on one thread. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void a_flood_without_end_starves_no_other_connection(String what, byte[] first, byte[] frame) throws Exception {
        Flood flood = Flood.withoutEnd(first, frame);
        try (RawPeer server = new RawPeer(flood);
                Play elsewhere = new Play(transport, Limits.standard())) {
            Play play = new Play(transport, Limits.standard());
            play.call("talk", server.url());
            assertThat(play.lines(1)).containsExactly("CONNECTED ''");
            flood.begin();
            play.until("some " + what, () -> flood.taken() > 1 << 20);
            elsewhere.goThereAndBack(other.url());
            play.goThereAndBack(other.url());
            long taken = flood.taken();
            play.until("more " + what, () -> flood.taken() > taken);
            play.host.abort();
        }
    }

    @Test
    void a_million_empty_fragments_take_no_memory_and_are_one_message() throws Exception {
        Gate measured = new Gate();
        CompletableFuture<Void> read = new CompletableFuture<>();
        try (RawPeer server = new RawPeer(socket -> {
                    emptyFragments(socket);
                    new FrameReader(Channels.newInputStream(socket)).read();
                    read.complete(null);
                    measured.opened().toCompletableFuture().join();
                    socket.write(ByteBuffer.wrap(new byte[] {(byte) 0x80, 1, 'x'}));
                    new FrameReader(Channels.newInputStream(socket)).read();
                });
                Play play = new Play(transport, Limits.sandbox())) {
            Memory before = Memory.now();
            play.call("talk", server.url());
            play.until("all fragments are read", read::isDone);
            assertThat(Memory.now().above(before)).isLessThan(4 << 20);
            measured.open();
            assertThat(play.lines(2)).containsExactly("CONNECTED ''", "MESSAGE 'x'");
            play.call("leave");
            server.join();
        }
    }

    /** And a ping, whose pong says that they were read. */
    private static void emptyFragments(SocketChannel socket) throws IOException {
        write(socket, new byte[] {0x01, 0});
        byte[] thousand = new byte[2_000];
        for (int i = 0; i < 1_000; i++) {
            write(socket, thousand);
        }
        write(socket, new byte[] {(byte) 0x89, 0});
    }

    private static void write(SocketChannel socket, byte... bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            socket.write(left);
        }
    }

    private void awaitStop(Flood flood, Play play, Play elsewhere) throws Exception {
        assertThat(Eventually.holds(() -> flood.isBlocked() && undelivered(play) >= Limit.UNDELIVERED.standard()))
                .isTrue();
        // The kernels still fill their buffers.
        long taken;
        do {
            taken = flood.taken();
            elsewhere.goThereAndBack(other.url());
        } while (flood.taken() != taken);
        assertThat(undelivered(play)).isEqualTo(Limit.UNDELIVERED.standard());
    }

    private static long undelivered(Play play) {
        return play.host.connections().stream()
                        .mapToLong(ConnectionInfo::undelivered)
                        .sum()
                * Octets.LENGTH;
    }
}
