package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.FrameReader;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.policy.Limits;

/** Peers that read less than a script sends, over a real socket. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class SlowReaderTest {

    private static final long MIB = 1L << 20;
    private static final long MESSAGES_OF_A_MIB = MIB / Octets.LENGTH;
    private static final int STOPS = 4;
    /** Above what is unsent. */
    private static final long MOST = 48 * MIB;

    private final JettyTransport transport = new JettyTransport();

    @AfterEach
    void close() {
        transport.close();
    }

    /** A gibibyte with {@code -Psoak}. */
    static List<Arguments> amounts() {
        return List.of(
                Arguments.of(System.getProperty("soak.minutes") == null ? 192 : 1024, "4MiB"),
                Arguments.of(384, "64MiB"));
    }

    /** Before each quarter the peer reads nothing, until the script can send no more. */
    @ParameterizedTest
    @MethodSource("amounts")
    void all_that_a_script_sends_at_the_pace_of_its_peer_arrives_in_flat_memory(long mib, String unsent)
            throws Exception {
        long count = mib * MESSAGES_OF_A_MIB;
        Semaphore quarters = new Semaphore(0);
        Limits limits = Limits.standard().with("unsent", unsent);
        try (RawPeer server = new RawPeer(socket -> readSlowly(socket, count, quarters));
                Play play = new Play(transport, limits)) {
            Memory before = Memory.now();
            play.call("pour", server.url(), count);
            for (int i = 0; i < STOPS; i++) {
                awaitStop(play);
                assertThat(Memory.now().above(before)).isLessThan(limits.unsent() + MOST);
                assertThat(play.text("full"))
                        .matches(".*Send buffer is full: \\d+ bytes are unsent, the limit is " + limits.unsent()
                                + " \\(unsent\\)");
                long sent = play.count("sent");
                quarters.release();
                play.until("it goes on", () -> play.count("sent") > sent || play.count("sent") == count);
            }
            play.until("all is read", server::isDone);
            server.join();
            assertThat(play.count("sent")).isEqualTo(count);
        }
    }

    @Test
    void a_peer_that_takes_nothing_for_the_write_timeout_ends_with_an_error_and_no_update_waits_for_it()
            throws Exception {
        Gate end = new Gate();
        Limits limits = Limits.sandbox().with("write-timeout", "500ms");
        try (RawPeer server =
                        new RawPeer(socket -> end.opened().toCompletableFuture().join());
                Play play = new Play(transport, limits)) {
            play.call("pour", server.url(), 1_000);
            play.until("the send buffer is full", () -> play.count("raised") > 0);
            long raised = play.count("raised");
            play.until("it is given up", () -> play.seen().size() >= 2);
            assertThat(play.taken())
                    .containsExactly(
                            "ERROR 'Connection lost: no progress in writing for 500 ms'", "DISCONNECTED '' 1006 ''");
            assertThat(play.count("raised")).as("updates meanwhile").isGreaterThan(raised + 5);
            end.open();
            server.join();
        }
    }

    /** Every update tries to send, and none can. */
    private static void awaitStop(Play play) {
        long[] before = {-1, 0};
        play.until("the send buffer is full", () -> {
            long sent = play.count("sent");
            if (sent != before[0]) {
                before[0] = sent;
                before[1] = play.count("raised");
            }
            return play.count("raised") > before[1] + 20;
        });
    }

    private static void readSlowly(SocketChannel socket, long count, Semaphore quarters) throws IOException {
        FrameReader frames = new FrameReader(new BufferedInputStream(Channels.newInputStream(socket), 1 << 16));
        for (long n = 0; n < count; n++) {
            if (n % (count / STOPS) == 0) {
                quarters.acquireUninterruptibly();
            }
            check(n, Objects.requireNonNull(frames.read()));
        }
    }

    private static void check(long n, Frame frame) {
        ByteBuffer payload = ByteBuffer.wrap(frame.payload());
        String number = StandardCharsets.US_ASCII.decode(payload.limit(8)).toString();
        assertThat(Long.parseLong(number)).isEqualTo(n);
        assertThat(payload.limit(frame.payload().length).equals(Octets.message(n)))
                .as("message %s", n)
                .isTrue();
    }
}
