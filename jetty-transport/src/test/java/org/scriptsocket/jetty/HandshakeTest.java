package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;

final class HandshakeTest extends TransportTest {

    @Test
    void theRequestHasExactlyTheseLines() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (RawServer raw = new RawServer(peer -> {
            String request = peer.request();
            seen.set(request);
            peer.write(RawServer.text(RawServer.Peer.switching(request)));
        })) {
            List<HeaderField> headers = List.of(
                    new HeaderField("Host", "example.com"),
                    new HeaderField("x-oDD", "a\u00e9 b"),
                    new HeaderField("User-agent", "mine"),
                    new HeaderField("x-odd", ""),
                    new HeaderField("Sec-WebSocket-Protocol", "a, b"));
            connect(Requests.withHeaders(
                    Requests.withTarget(Requests.to(raw.port()), "//p//q?x=%20"), headers, "a", "b"));
            recorder.takeOpen();
            assertThat(seen.get()
                            .replaceFirst("Key: [A-Za-z0-9+/]{22}==", "Key: KEY")
                            .lines())
                    .containsExactlyInAnyOrder(
                            "GET //p//q?x=%20 HTTP/1.1",
                            "Host: example.com",
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Key: KEY",
                            "Sec-WebSocket-Version: 13",
                            "x-oDD: a\u00e9 b",
                            "User-agent: mine",
                            "x-odd: ",
                            "Sec-WebSocket-Protocol: a, b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?",
                "/a?",
                "/?x=1",
                "//",
                "/a/../b",
                "/a;b=c",
                "/%25%ff",
                "/~!$&'()*+,;=:@/?/?",
                "/a=?b&&=c"
            })
    void theTargetIsSentAsItIs(String target) {
        connect(Requests.withTarget(request(), target));
        assertThat(server.takeConnection().takeRequest().line()).isEqualTo("GET " + target + " HTTP/1.1");
        recorder.takeOpen();
    }

    @Test
    void theUserAgentOfTheSettingsIsSent() {
        JettySettings settings = JettySettings.standard().withUserAgent("scripts/1");
        try (JettyTransport polite = new JettyTransport(settings)) {
            polite.open(request(), recorder);
            assertThat(server.takeConnection().takeRequest().header("User-Agent"))
                    .isEqualTo("scripts/1");
            recorder.takeOpen();
        }
    }

    @Test
    void theAnswerIsToldAsItWasSent() {
        connect(Behaviour.accept().header("X-Two", "a").header("x-two", "b"));
        HandshakeResponse response = recorder.takeOpen();
        assertThat(response.status()).isEqualTo(101);
        assertThat(response.joinedHeaders()).containsEntry("X-Two", "a, b").containsEntry("Upgrade", "websocket");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aChosenProtocolThatWasOfferedIsAccepted() {
        server.otherwise(Behaviour.accept().protocol("b"));
        ConnectRequest request = request();
        HeaderField offer = new HeaderField("sec-websocket-protocol", "a, b");
        connect(Requests.withHeaders(request, List.of(request.headers().get(0), offer), "a", "b"));
        assertThat(recorder.takeOpen().joinedHeaders()).containsEntry("Sec-WebSocket-Protocol", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Accept, AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "Sec-WebSocket-Accept, ''",
        "Upgrade, ''",
        "Upgrade, h2c",
        "Upgrade, 'websocket, h2c'",
        "Connection, ''",
        "Connection, keep-alive",
        "Sec-WebSocket-Protocol, nope",
        "Sec-WebSocket-Extensions, permessage-deflate"
    })
    void a101WithAWrongHeaderIsRefused(String name, String value) throws Exception {
        var connection = connect(Behaviour.accept().header(name, value));
        Failure.BadHandshake failure = recorder.takeFailure(Failure.BadHandshake.class);
        assertThat(failure.which()).startsWith(name).doesNotContain("org.", "java.", "@");
        assertThat(failure.response().status()).isEqualTo(101);
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @ParameterizedTest
    @CsvSource({"Upgrade, WebSocket", "Connection, 'keep-alive, uPgrade'", "Upgrade, 'websocket  '"})
    void a101WithAnOddHeaderIsAccepted(String name, String value) {
        connect(Behaviour.accept().header(name, value).send("hi"));
        recorder.takeOpen();
        assertThat(recorder.takeText()).isEqualTo("hi");
    }

    @Test
    void interimAnswersBeforeThe101AndAnEmptyReasonAreAccepted() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            String good = RawServer.Peer.switching(peer.request()).replace("101 Switching Protocols", "101 ");
            peer.write(RawServer.text("HTTP/1.1 100 Continue\r\n\r\n"));
            peer.write(RawServer.text("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + good));
            peer.write(RawServer.textFrame("hi"));
        })) {
            connect(Requests.to(raw.port()));
            assertThat(recorder.takeOpen().joinedHeaders()).doesNotContainKey("Link");
            assertThat(recorder.takeText()).isEqualTo("hi");
        }
    }

    @Test
    void a101OfAnotherVersionIsRefused() throws Exception {
        try (RawServer raw = new RawServer(peer -> peer.write(
                RawServer.text(RawServer.Peer.switching(peer.request()).replace("1.1 101", "1.0 101"))))) {
            connect(Requests.to(raw.port()));
            recorder.takeFailure();
            recorder.assertExhausted();
        }
    }

    @Test
    void aRefusalIsToldWithItsHeadersAndBody() throws Exception {
        var connection = connect(Behaviour.reject(403)
                .header("X-Why", "no")
                .header("x-why", "  never ")
                .body("go\0away"));
        HandshakeResponse response =
                recorder.takeFailure(Failure.WrongStatus.class).response();
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.joinedHeaders()).containsEntry("X-Why", "no, never");
        assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("go\0away");
        awaitGone(connection);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 302, 401, 407, 404, 500})
    void noOtherStatusIsFollowedOrAnswered(int status) {
        connect(Behaviour.reject(status).header("Location", "/other").header("WWW-Authenticate", "Basic realm=x"));
        assertThat(recorder.takeFailure(Failure.WrongStatus.class).response().status())
                .isEqualTo(status);
        server.takeConnection().takeRequest();
        transport.close();
        server.close();
    }

    @Test
    void aContentCodingIsNotUndone() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(1);
        }
        connect(Behaviour.reject(403).header("Content-Encoding", "gzip").body(packed.toByteArray()));
        HandshakeResponse response =
                recorder.takeFailure(Failure.WrongStatus.class).response();
        assertThat(response.body()).isEqualTo(packed.toByteArray());
    }

    @Test
    void aChunkedCodingIsUndone() {
        connect(Behaviour.raw("HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel")
                .sendRaw(RawServer.text("lo\r\n6;x=y\r\n world\r\n0\r\n\r\n")));
        HandshakeResponse response =
                recorder.takeFailure(Failure.WrongStatus.class).response();
        assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello world");
    }

    @Test
    void aBodyThatIsCutShortIsJustShorter() {
        connect(Behaviour.reject(403).body("short").missing(100).fin());
        HandshakeResponse response =
                recorder.takeFailure(Failure.WrongStatus.class).response();
        assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("short");
    }

    @Test
    void ofABodyThatDoesNotEndTheDeadlineTakesWhatCame() throws Exception {
        server.otherwise(Behaviour.raw("HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\npart")
                .ignore());
        var connection = connect(Requests.withTimeout(request(), 1_000));
        HandshakeResponse response =
                recorder.takeFailure(Failure.WrongStatus.class).response();
        assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("part");
        awaitGone(connection);
    }

    @Test
    void aBodyIsCutAtTheLimit() {
        byte[] much = new byte[100_000];
        Arrays.fill(much, (byte) 'x');
        connect(Behaviour.reject(413).body(much));
        assertThat(recorder.takeFailure(Failure.WrongStatus.class).response().body())
                .hasSize(64 << 10);
    }

    @Test
    void headersOverTheLimitFail() throws Exception {
        server.otherwise(Behaviour.raw("HTTP/1.1 101 Switching Protocols\r\nX-Big: " + "a".repeat(2_000))
                .ignore());
        var connection =
                connect(Requests.withLimits(request(), Limits.standard().with(Limit.RESPONSE_HEADERS, 1_000)));
        assertThat(recorder.takeFailure(Failure.NotOpened.class).why()).contains("limit of 1000 bytes");
        awaitGone(connection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is not http\r\n\r\n",
                "\0\1\2\3\r\n\r\n",
                "HTTP/9.9 101 x\r\n\r\n",
                "HTTP/1.1 x y\r\n\r\n",
                "SSH-2.0-x\r\n"
            })
    void anAnswerThatIsNoHttpIsToldSo(String answer) {
        connect(Behaviour.raw(answer).ignore());
        assertThat(recorder.takeFailure(Failure.NotHttp.class).why())
                .isEqualTo("the answer of 127.0.0.1:" + server.port() + " is not HTTP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 101 Switching", "HTTP/1.1 403 No\r\nX-A: "})
    void aPeerThatEndsBeforeItsAnswerIsWholeFailsAtOnce(String answer) throws Exception {
        var connection = connect(Behaviour.raw(answer).fin());
        assertThat(recorder.takeFailure(Failure.NotOpened.class).why())
                .isEqualTo("127.0.0.1:" + server.port() + " closed the connection before it answered");
        awaitGone(connection);
    }

    @Test
    void aPeerThatResetsFailsAtOnce() {
        connect(Behaviour.refuse());
        assertThat(recorder.takeFailure(Failure.NotOpened.class).why()).startsWith("127.0.0.1:" + server.port() + " ");
    }
}
