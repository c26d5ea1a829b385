package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.WebSocketServer;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

final class TlsTest {

    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext context;

    private final ListenerRecorder recorder = new ListenerRecorder();

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret"))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        context = context(store);
    }

    @Test
    void messagesGoBothWaysAndTheCloseComesThrough() throws Exception {
        try (WebSocketServer server = WebSocketServer.start(context.getServerSocketFactory());
                JettyTransport transport =
                        new JettyTransport(JettySettings.standard().withTls(context))) {
            TransportConnection connection = transport.open(tls(server.port(), "127.0.0.1"), recorder);
            connection.request(10);
            recorder.takeOpen();
            connection.send(Message.binary(new byte[200_000]));
            connection.flush();
            assertThat(recorder.takeMessage().length()).isEqualTo(200_000);
            server.otherwise(Behaviour.accept().send("hi").close(1001, "bye"));
            connection.close(new CloseStatus(CloseStatus.NORMAL));
            TransportTest.awaitGone(connection);
            TransportConnection other = transport.open(tls(server.port(), "127.0.0.1"), recorder);
            other.request(10);
            recorder.takeOpen();
            assertThat(recorder.takeText()).isEqualTo("hi");
            assertThat(recorder.takeClosed()).isEqualTo(new CloseStatus(1001, "bye"));
            TransportTest.awaitGone(other);
        }
    }

    @Test
    void aCertificateThatNobodySignedIsTold() throws Exception {
        try (WebSocketServer server = WebSocketServer.start(context.getServerSocketFactory());
                JettyTransport transport = new JettyTransport()) {
            TransportConnection connection = transport.open(tls(server.port(), "127.0.0.1"), recorder);
            assertThat(recorder.takeFailure())
                    .isEqualTo(new Failure.NotOpened("the TLS certificate of 127.0.0.1:" + server.port()
                            + " is not signed by anyone who is trusted"));
            TransportTest.awaitGone(connection);
        }
    }

    @Test
    void aCertificateForAnotherHostIsTold() throws Exception {
        try (WebSocketServer server = WebSocketServer.start(context.getServerSocketFactory());
                JettyTransport transport = new JettyTransport(JettySettings.standard()
                        .withTls(context)
                        .withResolver(
                                any -> java.net.InetSocketAddress.createUnresolved("127.0.0.1", server.port())))) {
            TransportConnection connection = transport.open(tls(server.port(), "example.com"), recorder);
            assertThat(recorder.takeFailure())
                    .isEqualTo(new Failure.NotOpened(
                            "the TLS certificate of example.com:" + server.port() + " is for another host"));
            TransportTest.awaitGone(connection);
        }
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

    private static ConnectRequest tls(int port, String host) {
        return Requests.withHost(Requests.to(port), true, host);
    }

    private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
