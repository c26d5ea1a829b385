package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.PerMessageDeflate;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/** Compressed messages that are small only until they are inflated. */
final class BombTest {

    private static final int MIB = 1 << 20;
    private static final Behaviour DEFLATE =
            Behaviour.accept().header("Sec-WebSocket-Extensions", "permessage-deflate");
    private static final byte[] GIB_OF_ZEROS = deflated(1024);

    private final JettyTransport transport =
            new JettyTransport(JettySettings.standard().withCompression(true));

    @AfterEach
    void close() {
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_gibibyte_in_one_message_is_stopped_at_the_limit_and_takes_no_more_than_twice_of_it(boolean untrusted)
            throws Exception {
        HostSettings settings = untrusted ? HostSettings.sandbox() : HostSettings.standard();
        int limit = (int) settings.limits().messageIn();
        try (Bench bench = new Bench(transport, settings)) {
            bench.talk(DEFLATE.send("hello"));
            assertThat(bench.lines(2)).containsExactly("CONNECTED ''", "MESSAGE 'hello'");
            bomb(bench, limit); // what is made once for all connections is made by the first
            long before = allocated();
            bomb(bench, limit);
            // all arrays that there were on the way, of which no more than one and a half times the limit lived at
            // once, and besides them
            // the objects of a connection and what the JVM loads and compiles meanwhile
            assertThat(allocated() - before).isLessThan(2L * limit + 3L * MIB);
        }
    }

    private static void bomb(Bench bench, int limit) throws Exception {
        bench.talk(DEFLATE.send(Frame.binary(GIB_OF_ZEROS).rsv(4)));
        List<String> lines = bench.lines(3);
        assertThat(lines.get(1)).matches("ERROR 'Message of at least \\d+ bytes is over the limit of " + limit + "'");
        assertThat(number(lines.get(1))).isBetween(limit + 1L, limit + (8L << 10));
        assertThat(lines.get(2)).isEqualTo("DISCONNECTED '' 1009 'message over the limit of " + limit + " bytes'");
    }

    @Test
    void a_message_of_the_limit_is_inflated_and_one_of_a_byte_more_is_not() throws Exception {
        HostSettings small = HostSettings.standard().withLimits(Limits.sandbox().with(Limit.CONNECT_RATE, 100));
        try (Bench bench = new Bench(transport, small);
                PerMessageDeflate first = new PerMessageDeflate();
                PerMessageDeflate second = new PerMessageDeflate()) {
            bench.talk(DEFLATE.send(first.deflate(Frame.binary(new byte[MIB]))));
            assertThat(bench.lines(2)).containsExactly("CONNECTED ''", "MESSAGE " + MIB + " octets");
            bench.talk(DEFLATE.send(second.deflate(Frame.binary(new byte[MIB + 1]))));
            assertThat(bench.lines(3))
                    .containsExactly(
                            "CONNECTED ''",
                            "ERROR 'Message of at least " + (MIB + 1) + " bytes is over the limit of " + MIB + "'",
                            "DISCONNECTED '' 1009 'message over the limit of " + MIB + " bytes'");
        }
    }

    /** As a peer that compresses sends it: without the end of the stream. */
    private static byte[] deflated(int mib) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        byte[] zeros = new byte[MIB];
        byte[] chunk = new byte[64 << 10];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < mib; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
        }
        out.write(chunk, 0, deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH));
        deflater.end();
        return Arrays.copyOf(out.toByteArray(), out.size() - 4);
    }

    /** Bytes of objects that the threads of the transport have ever made. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith("scriptsocket-jetty"))
                .mapToLong(ThreadInfo::getThreadId)
                .map(threads::getThreadAllocatedBytes)
                .sum();
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceFirst("\\D+(\\d+).*", "$1"));
    }
}
