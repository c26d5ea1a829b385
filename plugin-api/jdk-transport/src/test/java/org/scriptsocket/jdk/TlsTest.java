package org.scriptsocket.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.multibindings.OptionalBinder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.kit.server.ServerIdentity;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;

/** {@code wss} over the JDK's client, to servers whose certificates are made here. */
final class TlsTest {

    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test CA");
    private static final CertificateAuthority OTHER = CertificateAuthority.create("Other CA");
    private static final JdkSettings TRUSTING =
            JdkSettings.standard().withTrustedCertificates(List.of(AUTHORITY.certificate()));

    @TempDir
    private Path folder;

    private final ListenerRecorder told = new ListenerRecorder();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void messages_go_both_ways_and_the_close_comes_through(String host) {
        try (MisbehavingServer server = start(AUTHORITY.sign("other.example", "127.0.0.1", "localhost"));
                JdkTransport transport = new JdkTransport(TRUSTING)) {
            TransportConnection connection = open(transport, host, server.port());
            told.takeOpen();
            byte[] octets = new byte[200_000];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) i;
            }
            connection.send(Message.binary(octets));
            connection.send(Message.text("gr\u00fc\u00dfe"));
            connection.flush();
            told.assertBinary(octets);
            told.assertText("gr\u00fc\u00dfe");
            server.otherwise(Behaviour.accept().send("hi").close(4001, "bye"));
            connection.close(new CloseStatus(CloseStatus.NORMAL));
            open(transport, host, server.port());
            told.takeOpen();
            told.assertText("hi");
            assertThat(told.takeClosed()).isEqualTo(new CloseStatus(4001, "bye"));
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused() {
        assertRefused(new JdkTransport(TRUSTING), AUTHORITY.sign("chat.example"), "is for another host");
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_refused() {
        String why = "is not signed by anyone who is trusted";
        assertRefused(new JdkTransport(TRUSTING), OTHER.sign("127.0.0.1"), why);
        assertRefused(new JdkTransport(), AUTHORITY.sign("127.0.0.1"), why);
    }

    @Test
    void a_certificate_that_has_expired_is_refused() {
        ServerIdentity old = AUTHORITY.sign(
                Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2020-02-29T12:00:00Z"), "127.0.0.1");
        assertRefused(new JdkTransport(TRUSTING), old, "is not valid today");
    }

    @Test
    void a_server_without_tls_is_told() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                JdkTransport transport = new JdkTransport(TRUSTING)) {
            open(transport, "127.0.0.1", server.getLocalPort());
            try (Socket client = server.accept()) {
                client.getInputStream().readNBytes(5);
                client.getOutputStream().write("this port speaks no TLS\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(told.takeFailure())
                        .isEqualTo(new Failure.NotOpened("127.0.0.1:" + server.getLocalPort() + " does not speak TLS"));
            }
        }
    }

    // Whom to trust, said in each way

    @Test
    void a_properties_file_says_whom_to_trust() throws Exception {
        Path file = folder.resolve("settings.properties");
        Properties properties = new Properties();
        properties.setProperty("tls.trusted.1", pem(OTHER, "other.pem"));
        properties.setProperty("tls.trusted.2", pem(AUTHORITY, "ca.pem"));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        assertOpens(new JdkTransport(JdkSettings.from(file)), AUTHORITY);
        assertOpens(new JdkTransport().configured(SettingValues.read(file)), OTHER);
    }

    @Test
    void guice_says_whom_to_trust() {
        assertOpens(
                Guice.createInjector(new JdkTransportModule(), new AbstractModule() {
                            @Override
                            protected void configure() {
                                OptionalBinder.newOptionalBinder(binder(), JdkSettings.class)
                                        .setBinding()
                                        .toInstance(TRUSTING);
                            }
                        })
                        .getInstance(Transport.class),
                AUTHORITY);
    }

    @Test
    void a_transport_for_tests_trusts_more() {
        assertOpens(new JdkTransport().trusting(List.of(AUTHORITY.certificate())), AUTHORITY);
    }

    @Test
    void a_tls_context_of_the_host_says_whom_to_trust() {
        SSLContext context = TRUSTING.tls();
        assertThat(context).isNotNull();
        assertOpens(new JdkTransport(JdkSettings.standard().withTls(context)), AUTHORITY);
    }

    private void assertOpens(Transport transport, CertificateAuthority authority) {
        try (MisbehavingServer server = start(authority.sign("127.0.0.1"));
                transport) {
            open(transport, "127.0.0.1", server.port());
            told.takeOpen();
        }
    }

    private void assertRefused(Transport transport, ServerIdentity identity, String why) {
        try (MisbehavingServer server = start(identity);
                transport) {
            open(transport, "127.0.0.1", server.port());
            assertThat(told.takeFailure())
                    .isEqualTo(new Failure.NotOpened("the TLS certificate of 127.0.0.1:" + server.port() + " " + why));
            told.assertExhausted();
        }
    }

    private String pem(CertificateAuthority authority, String name) throws Exception {
        return authority.writePem(folder.resolve(name)).toString();
    }

    private static MisbehavingServer start(ServerIdentity identity) {
        return MisbehavingServer.start(identity.sockets());
    }

    private TransportConnection open(Transport transport, String host, int port) {
        TransportConnection connection =
                transport.open(ConnectRequest.to(host, port).tls(true).build(), told);
        connection.request(10);
        return connection;
    }
}
