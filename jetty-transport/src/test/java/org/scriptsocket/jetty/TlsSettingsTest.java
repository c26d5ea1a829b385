package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.kit.server.ServerIdentity;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;

class TlsSettingsTest {

    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test CA");
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final TlsSettings TRUSTING =
            TlsSettings.standard().withTrustedCertificates(List.of(AUTHORITY.certificate()));

    private final ServerIdentity server = AUTHORITY.sign("localhost", "127.0.0.1");
    private final ServerIdentity client = AUTHORITY.sign("client");
    private final ListenerRecorder told = new ListenerRecorder();

    @TempDir
    Path folder;

    @Test
    void aServerThatAsksForACertificateGetsTheOneOfAPemFile() throws Exception {
        Path certificate = client.writePem(folder.resolve("client.pem"));
        Path key = writeKey(client, folder.resolve("client.key"));
        assertOpens(TRUSTING.withIdentity(ClientIdentity.fromPem(certificate, key)), new AsksForCertificates());
    }

    @Test
    void aServerThatAsksForACertificateGetsTheOneOfAKeyStore() throws Exception {
        Path file = folder.resolve("client.p12");
        KeyStore keys = keyStore(client);
        try (OutputStream stream = Files.newOutputStream(file)) {
            keys.store(stream, PASSWORD);
        }
        assertOpens(TRUSTING.withIdentity(ClientIdentity.fromKeyStore(file, PASSWORD)), new AsksForCertificates());
        assertThatThrownBy(() -> ClientIdentity.fromKeyStore(file, "wrong".toCharArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void withoutOneSuchAServerIsNotConnectedTo() throws Exception {
        assertThat(fails(TRUSTING, new AsksForCertificates(), "127.0.0.1")).isInstanceOf(Failure.NotOpened.class);
    }

    @Test
    void theHostIsVerifiedUnlessTheApplicationSaysThatItIsDangerous() throws Exception {
        ServerSocketFactory other = AUTHORITY.sign("other.example").sockets();
        assertThat(fails(TRUSTING, other, "127.0.0.1").message()).contains("other.example");
        assertOpens(TRUSTING.withoutHostVerificationWhichIsDangerous(), other);
        assertThat(fails(TlsSettings.standard().withoutHostVerificationWhichIsDangerous(), other, "127.0.0.1")
                        .message())
                .as("who signed it is checked all the same")
                .contains("signed by an unknown authority");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void versionsBeforeTheMinimumAreNotSpoken(String only) throws Exception {
        ServerSocketFactory speaks = new Speaks(server, only);
        assertOpens(TRUSTING, speaks);
        TlsSettings newest = TRUSTING.withMinimum(TlsSettings.Version.TLS_1_3);
        if (only.equals("TLSv1.3")) {
            assertOpens(newest, speaks);
        } else {
            assertThat(fails(newest, speaks, "127.0.0.1")).isInstanceOf(Failure.NotOpened.class);
        }
    }

    @Test
    void versionsHaveNames() {
        assertThat(TlsSettings.Version.named("1.2")).isEqualTo(TlsSettings.Version.TLS_1_2);
        assertThat(TlsSettings.Version.named("1.3")).isEqualTo(TlsSettings.Version.TLS_1_3);
        assertThatThrownBy(() -> TlsSettings.Version.named("1.1")).hasMessage("TLS 1.2 or 1.3 expected, got '1.1'");
    }

    @Test
    void filesWithoutAKeyAreTold() throws Exception {
        Path certificate = client.writePem(folder.resolve("c.pem"));
        Path key = folder.resolve("k.pem");
        assertThatThrownBy(() -> ClientIdentity.fromPem(certificate, certificate))
                .hasMessage(certificate + " holds no private key in PEM form");
        Files.writeString(key, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> ClientIdentity.fromPem(certificate, key))
                .hasMessageStartingWith(key + " holds a key in the form 'RSA'; PKCS#8");
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> ClientIdentity.fromPem(certificate, key))
                .hasMessage(key + " holds a private key that can not be read");
    }

    @Test
    void noTextShowsAKey() {
        assertThat(new ClientIdentity(client.key(), client.chain()).toString()).isEqualTo("the identity CN=client");
    }

    private void assertOpens(TlsSettings tls, ServerSocketFactory sockets) throws Exception {
        try (MisbehavingServer peer = MisbehavingServer.start(sockets);
                JettyTransport transport =
                        new JettyTransport(JettySettings.standard().withTls(tls))) {
            transport.open(to("127.0.0.1", peer.port()), told);
            told.takeOpen();
        }
    }

    private Failure fails(TlsSettings tls, ServerSocketFactory sockets, String host) throws Exception {
        try (MisbehavingServer peer = MisbehavingServer.start(sockets);
                JettyTransport transport =
                        new JettyTransport(JettySettings.standard().withTls(tls))) {
            transport.open(to(host, peer.port()), told);
            return told.takeFailure();
        }
    }

    private static ConnectRequest to(String host, int port) {
        return ConnectRequest.to(host, port).tls(true).build();
    }

    private static Path writeKey(ServerIdentity identity, Path file) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(identity.key().getEncoded());
        return Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n",
                StandardCharsets.US_ASCII);
    }

    private static KeyStore keyStore(ServerIdentity identity) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("me", identity.key(), PASSWORD, identity.chain().toArray(X509Certificate[]::new));
        return keys;
    }

    /** Sockets of a server that speaks one version of TLS only. */
    private static class Speaks extends ServerSocketFactory {

        private final ServerIdentity identity;
        private final String version;

        Speaks(ServerIdentity identity, String version) {
            this.identity = identity;
            this.version = version;
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return prepared((SSLServerSocket) identity.sockets().createServerSocket());
        }

        ServerSocket prepared(SSLServerSocket socket) {
            socket.setEnabledProtocols(new String[] {version});
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }

    /** Sockets of a server that wants certificates of its clients, signed by the authority. */
    private final class AsksForCertificates extends Speaks {

        AsksForCertificates() {
            super(server, "TLSv1.2");
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            try {
                SSLServerSocket socket =
                        (SSLServerSocket) context().getServerSocketFactory().createServerSocket();
                socket.setNeedClientAuth(true);
                return prepared(socket);
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        private SSLContext context() throws Exception {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(server), PASSWORD);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", AUTHORITY.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        }
    }
}
