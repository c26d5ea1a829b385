package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.ConnectRequestBuilder;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

class ProxyTest extends TransportTest {

    private static final NameResolver NAMES = name -> {
        if (name.equals("unknown.example")) {
            throw new UnknownHostException(name);
        }
        return new InetAddress[] {InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, (byte) 200})};
    };

    private TestProxy proxy;

    @BeforeEach
    void startProxy() throws IOException {
        proxy = new TestProxy(server.port());
    }

    @AfterEach
    void stopProxy() throws IOException {
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(ProxySettings.Kind.class)
    void messagesGoThroughItBothWays(ProxySettings.Kind kind) throws Exception {
        server.otherwise(Behaviour.echo());
        try (JettyTransport through = through(settings(kind))) {
            TransportConnection connection = through.open(to("chat.example", 81).build(), recorder);
            connection.request(1);
            recorder.takeOpen();
            connection.send(Message.text("hello"));
            connection.flush();
            assertThat(recorder.takeText()).isEqualTo("hello");
            assertThat(server.takeConnection().takeRequest().header("Host")).isEqualTo("chat.example:81");
            connection.abort();
            awaitGone(connection);
        }
        assertThat(proxy.asked())
                .contains(
                        kind == ProxySettings.Kind.HTTP ? "CONNECT chat.example:81 HTTP/1.1" : "name chat.example 81");
    }

    /** The certificate is for the name, also where the proxy is told an address. */
    @ParameterizedTest
    @CsvSource({"HTTP, false", "HTTP, true", "SOCKS5, false", "SOCKS5, true"})
    void wssIsSpokenWithTheServerBehindIt(ProxySettings.Kind kind, boolean checked) throws Exception {
        AddressPolicy policy = checked ? (host, address) -> Optional.empty() : AddressPolicy.anywhere();
        CertificateAuthority authority = CertificateAuthority.create("Test CA");
        try (MisbehavingServer secure =
                        MisbehavingServer.start(authority.sign("chat.example").sockets());
                TestProxy toSecure = new TestProxy(secure.port());
                JettyTransport through = new JettyTransport(JettySettings.standard()
                        .withNames(this::lookUp)
                        .withTrustedCertificates(List.of(authority.certificate()))
                        .withProxy(new ProxySettings(kind, "127.0.0.1", toSecure.port(), null, null, false)))) {
            through.open(to("chat.example", 443).tls(true).policy(policy).build(), recorder);
            recorder.takeOpen();
            ListenerRecorder other = new ListenerRecorder();
            through.open(to("other.example", 443).tls(true).policy(policy).build(), other);
            assertThat(other.takeFailure().message()).contains("chat.example");
            assertThat(String.join("\n", toSecure.asked()).contains("203.0.113.200"))
                    .isEqualTo(checked);
        }
    }

    @ParameterizedTest
    @EnumSource(ProxySettings.Kind.class)
    void itIsAskedForTheAddressThatThePolicyHasAllowed(ProxySettings.Kind kind) throws Exception {
        try (JettyTransport through = through(settings(kind))) {
            through.open(
                    to("chat.example", 81)
                            .policy((host, address) -> Optional.empty())
                            .build(),
                    recorder);
            recorder.takeOpen();
            assertThat(server.takeConnection().takeRequest().header("Host")).isEqualTo("chat.example:81");
        }
        assertThat(proxy.asked())
                .contains(kind == ProxySettings.Kind.HTTP ? "CONNECT 203.0.113.200:81 HTTP/1.1" : "203.0.113.200 81");
    }

    @ParameterizedTest
    @EnumSource(ProxySettings.Kind.class)
    void thePolicyRefusesBeforeItIsAsked(ProxySettings.Kind kind) throws Exception {
        try (JettyTransport through = through(settings(kind))) {
            through.open(
                    to("chat.example", 81).policy(AddressPolicy.publicOnly()).build(), recorder);
            assertThat(recorder.takeFailure(Failure.NotOpened.class).why())
                    .isEqualTo("chat.example:81 was not dialled: 203.0.113.200 is an address for documentation");
            through.open(
                    to("unknown.example", 81).policy(AddressPolicy.publicOnly()).build(), recorder);
            assertThat(recorder.takeFailure(Failure.NotOpened.class).why()).contains("is not known");
        }
        assertThat(proxy.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProxySettings.Kind.class)
    void itLooksUpNamesItselfWhereTheHostSaysThatItEnforcesThePolicy(ProxySettings.Kind kind) throws Exception {
        try (JettyTransport through = through(settings(kind).proxyEnforcesPolicy())) {
            through.open(
                    to("unknown.example", 81).policy(AddressPolicy.publicOnly()).build(), recorder);
            recorder.takeOpen();
            through.open(to("127.0.0.1", 81).policy(AddressPolicy.publicOnly()).build(), recorder);
            assertThat(recorder.takeFailure(Failure.NotOpened.class).why())
                    .as("a literal needs no look-up")
                    .contains("loopback");
        }
        assertThat(String.join(" ", proxy.asked())).contains("unknown.example");
    }

    @ParameterizedTest
    @EnumSource(ProxySettings.Kind.class)
    void credentialsAreShownToIt(ProxySettings.Kind kind) throws Exception {
        proxy.wantPassword();
        try (JettyTransport through = through(settings(kind).withCredentials("ann", "pass:word"))) {
            through.open(to("chat.example", 81).build(), recorder);
            recorder.takeOpen();
        }
        assertThat(proxy.asked())
                .contains(
                        kind == ProxySettings.Kind.HTTP
                                ? "Proxy-Authorization: Basic YW5uOnBhc3M6d29yZA=="
                                : "ann:pass:word");
        assertThat(server.takeConnection().takeRequest().toString()).doesNotContain("Proxy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 407 Who are you        | wants a user and a password",
                "HTTP/1.1 403 No                 | refused the connection with status 403",
                "HTTP/1.1 502 Bad Gateway        | refused the connection with status 502",
                "SSH-2.0-OpenSSH                 |",
            })
    void whatAnHttpProxyRefusesIsTold(String status, String why) throws Exception {
        proxy.answer(status.strip() + "\r\nContent-Length: 0\r\n\r\n");
        String authority = "127.0.0.1:" + proxy.port();
        assertThat(refusal(settings(ProxySettings.Kind.HTTP)))
                .isEqualTo(
                        why == null
                                ? "the answer of the proxy " + authority + " is not HTTP"
                                : "the proxy " + authority + " " + why);
    }

    @Test
    void anHttpProxyThatTakesNotTheseCredentialsIsTold() throws Exception {
        proxy.answer("HTTP/1.1 407 No\r\n\r\n");
        assertThat(refusal(settings(ProxySettings.Kind.HTTP).withCredentials("ann", "secret")))
                .endsWith("does not take the user and password")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "1, could not do it",
        "2, does not allow it",
        "3, can not reach that network",
        "4, can not reach that host",
        "5, found no one listening there",
        "6, waited too long for it",
        "7, does not do this",
        "8, does not take this kind of address",
        "9, refused the connection",
    })
    void whatASocksProxyRefusesIsTold(int status, String why) throws Exception {
        proxy.socksStatus(status);
        assertThat(refusal(settings(ProxySettings.Kind.SOCKS5)))
                .isEqualTo("the proxy 127.0.0.1:" + proxy.port() + " " + why);
    }

    @Test
    void aSocksProxyThatWantsCredentialsOrOthersIsTold() throws Exception {
        proxy.wantPassword();
        assertThat(refusal(settings(ProxySettings.Kind.SOCKS5))).endsWith("wants a user and a password");
        assertThat(refusal(settings(ProxySettings.Kind.SOCKS5).withCredentials("ann", "wrong")))
                .endsWith("does not take the user and password");
    }

    @ParameterizedTest
    @EnumSource(ProxySettings.Kind.class)
    void oneThatIsNotThereIsTold(ProxySettings.Kind kind) throws Exception {
        proxy.close();
        assertThat(refusal(settings(kind))).isEqualTo("the proxy 127.0.0.1:" + proxy.port() + " can not be reached");
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy,                 http://proxy:8080",
        "http://proxy:3128/,           http://proxy:3128",
        "HTTP://[::1]:3128,            http://[::1]:3128",
        "socks5://proxy,               socks5://proxy:1080",
        "socks5://ann:secret@proxy:99, socks5://***@proxy:99",
    })
    void areReadFromAUrlAndShowNoPassword(String url, String shown) {
        assertThat(ProxySettings.parse(url)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"proxy:3128", "https://proxy", "http://", "http://proxy/path", "http://ann@proxy", "http://a:secret@ b"
    })
    void whatIsNoneIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> ProxySettings.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a proxy such as http://host:8080")
                .hasMessageNotContaining("secret");
    }

    private String refusal(ProxySettings settings) {
        try (JettyTransport through = through(settings)) {
            through.open(to("chat.example", 81).build(), recorder);
            return recorder.takeFailure(Failure.NotOpened.class).why();
        }
    }

    private JettyTransport through(ProxySettings settings) {
        return new JettyTransport(
                JettySettings.standard().withNames(this::lookUp).withProxy(settings));
    }

    private InetAddress[] lookUp(String name) throws UnknownHostException {
        return name.equals("127.0.0.1") ? InetAddress.getAllByName(name) : NAMES.lookUp(name);
    }

    private ProxySettings settings(ProxySettings.Kind kind) {
        return new ProxySettings(kind, "127.0.0.1", proxy.port(), null, null, false);
    }

    private static ConnectRequestBuilder to(String host, int port) {
        return ConnectRequest.to(host, port);
    }
}
