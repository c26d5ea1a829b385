package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.kit.server.ServerIdentity;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limit;

/** Everything that has a size, at its bound and one over it, and the error that a script sees; with both sets of limits. */
final class SizesTest {

    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test CA");
    private static final ServerIdentity SERVER = AUTHORITY.sign("127.0.0.1");
    private static final JettyTransport TRANSPORT =
            new JettyTransport(JettySettings.standard().withTrustedCertificates(List.of(AUTHORITY.certificate())));

    /** Numbers of connections, which are tried by QuotasTest; times, by TimeLimitsTest and KeepAliveContract; threads, by CoroutineLifeTest. */
    private static final Set<Limit> OTHERS = EnumSet.of(
            Limit.CONNECTIONS,
            Limit.CONNECTIONS_INSTANCE,
            Limit.CONNECTIONS_REMOTE,
            Limit.CONNECT_RATE,
            Limit.CLOSE_TIMEOUT,
            Limit.WRITE_TIMEOUT,
            Limit.PING_INTERVAL,
            Limit.PONG_TIMEOUT,
            Limit.COROUTINE_THREADS);

    @AfterAll
    static void stop() {
        TRANSPORT.close();
    }

    @TestFactory
    Stream<DynamicTest> each_is_good_at_its_bound_and_refused_one_over_it() {
        return Stream.concat(
                tries("standard", HostSettings.standard(), all(), MisbehavingServer::start),
                tries("sandbox", HostSettings.sandbox(), all(), MisbehavingServer::start));
    }

    @TestFactory
    Stream<DynamicTest> so_is_each_of_a_handshake_over_TLS() {
        List<Size> sizes = HandshakeSizes.all().stream()
                .filter(size -> size.limit() != Limit.URL) // a script's alone, and there with another beginning
                .toList();
        return tries("TLS", HostSettings.standard(), sizes, () -> MisbehavingServer.start(SERVER.sockets()));
    }

    private static Stream<DynamicTest> tries(
            String name, HostSettings settings, List<Size> sizes, Supplier<MisbehavingServer> server) {
        return sizes.stream().flatMap(size -> {
            long most = size.most(settings.limits());
            String what = name + ": " + size.what() + " of ";
            return Stream.of(
                    DynamicTest.dynamicTest(
                            what + most,
                            () -> check(
                                    new Bench(TRANSPORT, settings, server.get()),
                                    size,
                                    most,
                                    size.good().apply(most))),
                    DynamicTest.dynamicTest(
                            what + (most + 1),
                            () -> check(
                                    new Bench(TRANSPORT, settings, server.get()),
                                    size,
                                    most + 1,
                                    size.refused().apply(most + 1))));
        });
    }

    @Test
    void every_limit_is_tried() {
        Set<Limit> tried = all().stream()
                .map(Size::limit)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Limit.class)));
        tried.addAll(OTHERS);
        assertThat(tried).isEqualTo(EnumSet.copyOf(Arrays.asList(Limit.values())));
    }

    private static List<Size> all() {
        return Stream.of(MessageSizes.all(), HandshakeSizes.all(), BufferSizes.all())
                .flatMap(List::stream)
                .toList();
    }

    private static void check(Bench bench, Size size, long tried, List<String> expected) throws Exception {
        try (bench) {
            size.attempt().in(bench, tried);
            assertThat(bench.lines(expected.size()))
                    .isEqualTo(expected.stream()
                            .map(line -> line.replace("SERVER", bench.where()))
                            .toList());
        }
    }
}
