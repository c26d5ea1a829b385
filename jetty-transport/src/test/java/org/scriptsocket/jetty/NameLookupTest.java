package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

class NameLookupTest extends TransportTest {

    @Test
    void slowNamesOfOneHostStarveNeitherAnotherHostNorItsOwnLiterals() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger slow = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        NameResolver names = name -> {
            if (name.startsWith("slow")) {
                most.accumulateAndGet(slow.incrementAndGet(), Math::max);
                await(answer);
                slow.decrementAndGet();
            }
            return loopback(1);
        };
        Object greedy = new Object();
        ListenerRecorder late = new ListenerRecorder();
        try (JettyTransport own = new JettyTransport(JettySettings.standard().withNames(names))) {
            for (int i = 0; i < 100; i++) {
                own.open(to("slow" + i, greedy), late);
            }
            own.open(to("fast", new Object()), recorder);
            recorder.takeOpen();
            own.open(to("127.0.0.1", greedy), recorder);
            recorder.takeOpen();
            answer.countDown();
            for (int i = 0; i < 100; i++) {
                late.takeOpen();
            }
        }
        assertThat(most).hasValue(2);
    }

    /** Nobody listens at the first address, somebody at the second, and the server at the third. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void ofSeveralAnswersThoseThatThePolicyAllowsAreDialledOneAfterTheOtherAndNoOthers() throws Exception {
        NameResolver names = name -> loopback(3, 2, 1);
        AddressPolicy policy = AddressPolicy.rules("deny 127.0.0.2", "allow *");
        try (ServerSocketChannel denied = ServerSocketChannel.open();
                JettyTransport own = new JettyTransport(JettySettings.standard().withNames(names))) {
            denied.bind(new InetSocketAddress("127.0.0.2", server.port())).configureBlocking(false);
            own.open(
                    ConnectRequest.to("many.example", server.port())
                            .policy(policy)
                            .build(),
                    recorder);
            recorder.takeOpen();
            assertThat(denied.accept()).isNull();
            assertThat(server.takeConnections()).hasSize(1);
            own.open(ConnectRequest.to("many.example", server.port()).build(), recorder);
            assertThat(Eventually.holds(() -> accepts(denied)))
                    .as("without a policy it is dialled")
                    .isTrue();
        }
    }

    private static boolean accepts(ServerSocketChannel listener) {
        try (SocketChannel accepted = listener.accept()) {
            return accepted != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** DNS rebinding: a check of another answer than the one that is dialled would let some of these through. */
    @Test
    void aNameThatChangesItsAnswerNeverGetsPastThePolicy() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        NameResolver names = name -> switch (asked.getAndIncrement() % 3) {
            case 0 -> loopback(2);
            case 1 -> loopback(1);
            default -> loopback(1, 2);
        };
        AddressPolicy policy = AddressPolicy.rules("allow 127.0.0.2");
        AtomicInteger refused = new AtomicInteger();
        Semaphore atOnce = new Semaphore(50);
        try (JettyTransport own = new JettyTransport(JettySettings.standard().withNames(names))) {
            for (int i = 0; i < 10_000; i++) {
                atOnce.acquire();
                ConnectRequest request = ConnectRequest.to("rebinding.example", server.port())
                        .policy(policy)
                        .build();
                TransportConnection connection = own.open(request, new Ended(refused));
                connection.gone().thenRun(atOnce::release);
            }
            atOnce.acquire(50);
        }
        assertThat(asked).hasValue(10_000);
        assertThat(refused).hasValue(10_000);
        assertThat(server.takeConnections()).isEmpty();
    }

    private ConnectRequest to(String host, Object client) {
        return ConnectRequest.to(host, server.port()).client(client).build();
    }

    private static InetAddress[] loopback(int... last) throws UnknownHostException {
        InetAddress[] all = new InetAddress[last.length];
        for (int i = 0; i < last.length; i++) {
            all[i] = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last[i]});
        }
        return all;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts what could not be opened. */
    private static final class Ended implements TransportListener {

        private final AtomicInteger refused;

        Ended(AtomicInteger refused) {
            this.refused = refused;
        }

        @Override
        public void onOpen(HandshakeResponse response) {}

        @Override
        public void onMessage(Message message) {}

        @Override
        public void onClosed(CloseStatus status) {}

        @Override
        public void onFailure(Failure failure) {
            refused.incrementAndGet();
        }
    }
}
