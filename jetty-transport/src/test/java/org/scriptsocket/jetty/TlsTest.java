package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.kit.server.ServerIdentity;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

final class TlsTest {

    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test CA");
    private static final JettySettings TRUSTING =
            JettySettings.standard().withTrustedCertificates(List.of(AUTHORITY.certificate()));

    @TempDir
    private Path folder;

    private final ListenerRecorder recorder = new ListenerRecorder();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "chat.example", "deep.wild.example"})
    void messagesGoBothWaysAndTheCloseComesThrough(String host) throws Exception {
        ServerIdentity identity = AUTHORITY.sign("other", "127.0.0.1", "localhost", "chat.example", "*.wild.example");
        try (MisbehavingServer server = MisbehavingServer.start(identity.sockets());
                JettyTransport transport = new JettyTransport(TRUSTING.withResolver(to(server)))) {
            TransportConnection connection = transport.open(tls(server.port(), host), recorder);
            connection.request(10);
            recorder.takeOpen();
            connection.send(Message.binary(new byte[200_000]));
            connection.flush();
            assertThat(recorder.takeMessage().length()).isEqualTo(200_000);
            server.otherwise(Behaviour.accept().send("hi").close(1001, "bye"));
            connection.close(new CloseStatus(CloseStatus.NORMAL));
            TransportTest.awaitGone(connection);
            TransportConnection other = transport.open(tls(server.port(), host), recorder);
            other.request(10);
            recorder.takeOpen();
            assertThat(recorder.takeText()).isEqualTo("hi");
            assertThat(recorder.takeClosed()).isEqualTo(new CloseStatus(1001, "bye"));
            TransportTest.awaitGone(other);
        }
    }

    /** What was decrypted and waits is not told by the selector. */
    @Test
    void aLongMessageIsReadInManyTurns() throws Exception {
        ServerIdentity identity = AUTHORITY.sign("other", "127.0.0.1");
        byte[] octets = new byte[16 << 20];
        new Random(1).nextBytes(octets);
        try (MisbehavingServer server = MisbehavingServer.start(identity.sockets());
                JettyTransport transport = new JettyTransport(TRUSTING)) {
            server.otherwise(Behaviour.accept().send(Frame.binary(octets)).send("end"));
            TransportConnection connection = transport.open(tls(server.port(), "127.0.0.1"), recorder);
            connection.request(10);
            recorder.takeOpen();
            recorder.assertBinary(octets);
            recorder.assertText("end");
            connection.abort();
        }
    }

    @Test
    void aCertificateThatHasExpiredIsTold() throws Exception {
        ServerIdentity identity = AUTHORITY.sign(
                Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2020-02-29T12:00:00Z"), "127.0.0.1");
        assertRefused(identity, TRUSTING, "127.0.0.1", "has been expired since 2020-02-29");
    }

    @Test
    void aCertificateThatIsNotValidYetIsTold() throws Exception {
        ServerIdentity identity = AUTHORITY.sign(
                Instant.parse("2079-01-01T00:00:00Z"), Instant.parse("2080-01-01T00:00:00Z"), "127.0.0.1");
        assertRefused(identity, TRUSTING, "127.0.0.1", "is not valid before 2079-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1    | chat.example           | is for chat.example, not for 127.0.0.1
            localhost    | chat.example,127.0.0.1 | is for chat.example, 127.0.0.1, not for localhost
            b.example    | a.example              | is for a.example, not for b.example
            wild.example | *.wild.example         | is for *.wild.example, not for wild.example
            127.0.0.2    | 127.0.0.1              | is for 127.0.0.1, not for 127.0.0.2
            x.example    | a,b,c,d,e              | is for a, b, c and 2 more, not for x.example
            """)
    void aCertificateForAnotherHostIsTold(String host, String names, String why) throws Exception {
        assertRefused(AUTHORITY.sign(names.split(",")), TRUSTING, host, why);
    }

    @Test
    void aSelfSignedCertificateIsTold() throws Exception {
        ServerIdentity identity = CertificateAuthority.selfSigned("127.0.0.1");
        String why = "is self-signed, and is not one of those that are trusted";
        assertRefused(identity, TRUSTING, "127.0.0.1", why);
        assertRefused(identity, JettySettings.standard(), "127.0.0.1", why);
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsTold() throws Exception {
        assertRefused(
                AUTHORITY.sign("127.0.0.1"),
                JettySettings.standard(),
                "127.0.0.1",
                "is signed by an unknown authority, 'Test CA'");
        CertificateAuthority namesake = CertificateAuthority.create("Test CA");
        assertRefused(namesake.sign("127.0.0.1"), TRUSTING, "127.0.0.1", null);
    }

    @Test
    void aTrustedCertificateOfAServerIsGoodForItsHostAndItsDaysOnly() throws Exception {
        ServerIdentity identity = CertificateAuthority.selfSigned("127.0.0.1");
        JettySettings settings = JettySettings.standard()
                .withTrustedCertificates(AUTHORITY.writePem(folder.resolve("ca.pem")))
                .withTrustedCertificates(identity.writePem(folder.resolve("own.pem")));
        try (MisbehavingServer server = MisbehavingServer.start(identity.sockets());
                JettyTransport transport = new JettyTransport(settings)) {
            transport.open(tls(server.port(), "127.0.0.1"), recorder);
            recorder.takeOpen();
        }
        assertRefused(identity, settings, "localhost", "is for 127.0.0.1, not for localhost");
        ServerIdentity old = AUTHORITY.sign(
                Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2020-02-29T12:00:00Z"), "127.0.0.1");
        assertRefused(
                old, settings.withTrustedCertificates(old.chain()), "127.0.0.1", "has been expired since 2020-02-29");
    }

    @Test
    void aContextThatIsGivenSaysWhomToTrust() throws Exception {
        ServerIdentity identity = AUTHORITY.sign("127.0.0.1");
        JettySettings settings = JettySettings.standard().withTls(context());
        try (MisbehavingServer server = MisbehavingServer.start(identity.sockets());
                JettyTransport transport = new JettyTransport(settings)) {
            transport.open(tls(server.port(), "127.0.0.1"), recorder);
            recorder.takeOpen();
        }
        assertRefused(identity, settings, "localhost", "is for another host");
        assertRefused(
                CertificateAuthority.selfSigned("127.0.0.1"),
                settings,
                "127.0.0.1",
                "is not signed by anyone who is trusted");
        assertThatThrownBy(() -> settings.withTrustedCertificates(List.of(AUTHORITY.certificate())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"chat.example, chat.example", "localhost, localhost", "127.0.0.1, ''"})
    void theServerIsToldTheNameThatIsAskedFor(String host, String told) throws Exception {
        SSLServerSocket listening = (SSLServerSocket) AUTHORITY
                .sign("chat.example", "localhost", "127.0.0.1")
                .sockets()
                .createServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
        AtomicReference<List<SNIServerName>> names = new AtomicReference<>();
        try (RawServer raw = new RawServer(listening, peer -> {
                    peer.accept();
                    names.set(
                            ((ExtendedSSLSession) ((SSLSocket) peer.socket()).getSession()).getRequestedServerNames());
                });
                JettyTransport transport =
                        new JettyTransport(TRUSTING.withResolver(any -> loopback(listening.getLocalPort())))) {
            transport.open(tls(raw.port(), host), recorder);
            recorder.takeOpen();
            raw.join();
        }
        assertThat(names.get().stream()
                        .map(name -> new String(name.getEncoded(), java.nio.charset.StandardCharsets.US_ASCII)))
                .containsExactlyElementsOf(told.isEmpty() ? List.of() : List.of(told));
    }

    @Test
    void aServerWithoutTlsIsTold() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
                    peer.bytes(5);
                    peer.write(RawServer.text("this port speaks no TLS\r\n"));
                    peer.end();
                });
                JettyTransport transport = new JettyTransport()) {
            TransportConnection connection = transport.open(tls(raw.port(), "127.0.0.1"), recorder);
            assertThat(recorder.takeFailure())
                    .isEqualTo(new Failure.NotOpened("127.0.0.1:" + raw.port() + " does not speak TLS"));
            TransportTest.awaitGone(connection);
        }
    }

    @Test
    void aServerThatRefusesTheHandshakeIsTold() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
                    peer.bytes(5);
                    peer.write(new byte[] {0x15, 3, 3, 0, 2, 2, 40});
                    peer.end();
                });
                JettyTransport transport = new JettyTransport()) {
            transport.open(tls(raw.port(), "127.0.0.1"), recorder);
            assertThat(recorder.takeFailure())
                    .isEqualTo(new Failure.NotOpened(
                            "127.0.0.1:" + raw.port() + " refused the TLS handshake (handshake failure)"));
        }
    }

    @Test
    void aFileWithoutCertificatesIsTold() throws Exception {
        JettySettings settings = JettySettings.standard();
        Path file = folder.resolve("x.pem");
        assertThatThrownBy(() -> settings.withTrustedCertificates(file)).isInstanceOf(NoSuchFileException.class);
        Files.writeString(file, "no PEM at all");
        assertThatThrownBy(() -> settings.withTrustedCertificates(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " holds no certificate in PEM form");
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> settings.withTrustedCertificates(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " holds a certificate that can not be read");
    }

    @Test
    void aFileMayHoldManyCertificatesAndMore() throws IOException {
        Path file = folder.resolve("many.pem");
        String one = Files.readString(AUTHORITY.writePem(file));
        String two = Files.readString(CertificateAuthority.create("Other").writePem(file));
        Files.writeString(file, "the first\n" + one + "the second\r\n" + two.replace("\n", "\r\n") + "the end");
        assertThat(TRUSTING.withTrustedCertificates(file).tls().trusted()).hasSize(3);
    }

    /** @param why null for anything */
    private void assertRefused(ServerIdentity identity, JettySettings settings, String host, String why)
            throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start(identity.sockets());
                JettyTransport transport = new JettyTransport(settings.withResolver(to(server)))) {
            TransportConnection connection = transport.open(tls(server.port(), host), recorder);
            String begin = "the TLS certificate of " + host + ":" + server.port() + " ";
            assertThat(recorder.takeFailure(Failure.NotOpened.class).why())
                    .startsWith(begin)
                    .satisfies(text -> assertThat(text).isEqualTo(why == null ? text : begin + why));
            TransportTest.awaitGone(connection);
        }
    }

    private static UnaryOperator<InetSocketAddress> to(MisbehavingServer server) {
        return any -> loopback(server.port());
    }

    private static InetSocketAddress loopback(int port) {
        return InetSocketAddress.createUnresolved("127.0.0.1", port);
    }

    private static ConnectRequest tls(int port, String host) {
        return Requests.withHost(Requests.to(port), true, host);
    }

    private static SSLContext context() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", AUTHORITY.certificate());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
