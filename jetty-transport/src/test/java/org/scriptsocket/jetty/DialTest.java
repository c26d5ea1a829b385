package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.TransportConnection;

final class DialTest extends TransportTest {

    @Test
    void aPortWithoutAListenerIsTold() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TransportConnection connection = connect(Requests.to(port));
        assertThat(recorder.takeFailure()).isEqualTo(new Failure.NotOpened("no one listens on 127.0.0.1:" + port));
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void anUnknownHostIsTold() throws Exception {
        TransportConnection connection = connect(Requests.withHost(request(), false, "no-such-host.invalid"));
        assertThat(recorder.takeFailure())
                .isEqualTo(new Failure.NotOpened(
                        "the host name of no-such-host.invalid:" + server.port() + " is not known"));
        awaitGone(connection);
    }

    @Test
    void aSilentServerTimesOut() throws Exception {
        server.otherwise(Behaviour.silence().ignore());
        TransportConnection connection = connect(Requests.withTimeout(request(), 300));
        assertThat(recorder.takeFailure()).isEqualTo(new Failure.TimedOut());
        awaitGone(connection);
    }

    @Test
    void thePolicyIsAskedAboutEachAddressAndItsRefusalIsTold() {
        List<String> asked = new CopyOnWriteArrayList<>();
        connect(Requests.withPolicy(request(), (host, address) -> {
            asked.add(host + " " + address.getAddress().getHostAddress() + " " + address.getPort());
            return Optional.of("127.0.0.1 is private");
        }));
        assertThat(recorder.takeFailure())
                .isEqualTo(new Failure.NotOpened(request().authority() + " was not dialled: 127.0.0.1 is private"));
        assertThat(asked).containsExactly("127.0.0.1 127.0.0.1 " + server.port());
        server.assertExhausted();
    }

    @Test
    void theResolverMapsAHostAndPortAndTheRequestKeepsItsHost() {
        JettySettings settings = JettySettings.standard()
                .withResolver(asked -> asked.getHostString().equals("my_host")
                        ? InetSocketAddress.createUnresolved("127.0.0.1", server.port())
                        : asked);
        try (JettyTransport mapped = new JettyTransport(settings)) {
            mapped.open(Requests.withHost(Requests.to(81), false, "my_host"), recorder);
            recorder.takeOpen();
            assertThat(server.takeConnection().takeRequest().header("Host")).isEqualTo("my_host:81");
        }
    }

    @Test
    void anIpv6LiteralIsDialled() throws Exception {
        try (ServerSocket six = new ServerSocket(
                        0, 1, InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
                RawServer raw = new RawServer(six, RawServer.Peer::accept)) {
            connect(Requests.withHost(Requests.to(raw.port()), false, "::1"));
            recorder.takeOpen();
        } catch (java.net.BindException e) {
            org.junit.jupiter.api.Assumptions.abort("this machine has no IPv6");
        }
    }

    @Test
    void aConnectionThatIsAbortedAtOnceIsGoneAndSilent() throws Exception {
        for (int i = 0; i < 50; i++) {
            TransportConnection connection = transport.open(request(), recorder);
            connection.abort();
            awaitGone(connection);
        }
        recorder.assertExhausted();
    }

    @Test
    void closeBeforeTheHandshakeIsAnAbort() throws Exception {
        TransportConnection connection = connect(Behaviour.silence().ignore());
        server.takeConnection().takeRequest();
        connection.close(new CloseStatus(CloseStatus.NORMAL));
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDialUnderWayThatIsAbortedLeavesNoSocket() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<SocketChannel> fillers = fill(full);
            TransportConnection connection = transport.open(Requests.to(full.getLocalPort()), recorder);
            awaitDial(full.getLocalPort());
            connection.abort();
            awaitGone(connection);
            assertThat(dials(full.getLocalPort())).isZero();
            recorder.assertExhausted();
            for (SocketChannel filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDialThatNobodyAnswersTimesOutAndLeavesNoSocket() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<SocketChannel> fillers = fill(full);
            TransportConnection connection =
                    transport.open(Requests.withTimeout(Requests.to(full.getLocalPort()), 500), recorder);
            assertThat(recorder.takeFailure()).isEqualTo(new Failure.TimedOut());
            awaitGone(connection);
            assertThat(dials(full.getLocalPort())).isZero();
            for (SocketChannel filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void aClosedTransportEndsAllAndOpensNothing() throws Exception {
        TransportConnection open = connect(Behaviour.accept());
        recorder.takeOpen();
        server.otherwise(Behaviour.silence().ignore());
        TransportConnection dialling = transport.open(request(), recorder);
        transport.close();
        transport.close();
        awaitGone(open);
        awaitGone(dialling);
        assertThatThrownBy(() -> transport.open(request(), recorder)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theThreadsAreFewDaemonsAndNamed() {
        for (int i = 0; i < 20; i++) {
            connect(Behaviour.accept());
            recorder.takeOpen();
        }
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("scriptsocket-"))
                .toList();
        assertThat(threads).hasSizeBetween(2, 13).allMatch(Thread::isDaemon);
        assertThat(threads).noneMatch(thread -> thread.getContextClassLoader() == null);
    }

    /** Dials until the queue of the listener is full, so that the next dial is neither accepted nor refused. */
    private static List<SocketChannel> fill(ServerSocket listener) throws IOException {
        List<SocketChannel> fillers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SocketChannel filler = SocketChannel.open();
            filler.configureBlocking(false);
            filler.connect(listener.getLocalSocketAddress());
            fillers.add(filler);
        }
        while (dials(listener.getLocalPort()) == 0) {
            Thread.onSpinWait();
        }
        for (SocketChannel filler : fillers) {
            if (!filler.finishConnect()) {
                filler.close();
            }
        }
        return fillers;
    }

    private static void awaitDial(int port) throws IOException {
        while (dials(port) == 0) {
            Thread.onSpinWait();
        }
    }

    /** How many sockets of this machine are in state SYN_SENT to that port. */
    private static long dials(int port) throws IOException {
        String end = String.format("0100007F:%04X 02 ", port);
        return Files.readAllLines(Path.of("/proc/net/tcp")).stream()
                        .filter(line -> line.contains(end))
                        .count()
                + sixes(port);
    }

    private static long sixes(int port) throws IOException {
        String end = String.format("0100007F:%04X 02 ", port);
        Path six = Path.of("/proc/net/tcp6");
        return Files.exists(six)
                ? Files.readAllLines(six).stream()
                        .filter(line -> line.contains(end))
                        .count()
                : 0;
    }
}
