package org.scriptsocket.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Expected;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.peer.Unmet;
import org.scriptsocket.transport.CloseStatus;

class MisbehavingServerTest {

    private final MisbehavingServer server = MisbehavingServer.start();

    @AfterEach
    void close() {
        server.close();
        assertThat(server.openConnections()).isZero();
    }

    @Test
    void echoesAPathThatItWasToldNothingAbout() throws IOException {
        try (RawClient client = RawClient.open(server, "/any?x=1")) {
            assertThat(client.readHead())
                    .startsWith("HTTP/1.1 101 ")
                    .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
            client.write(Frame.text("hello").asMasked());
            assertThat(client.readFrame().string()).isEqualTo("hello");
            client.write(Frame.close(1000, "bye").asMasked());
            assertThat(client.readFrame().status()).isEqualTo(new CloseStatus(1000, "bye"));
            assertThat(client.readAll()).isEmpty();
        }
        RecordedConnection seen = server.takeConnection();
        assertThat(seen.takeRequest().target()).isEqualTo("/any?x=1");
        assertThat(seen.takeFrame().string()).isEqualTo("hello");
        assertThat(seen.takeFrame().status().code()).isEqualTo(1000);
        assertThat(seen.takeEnd()).isEqualTo(Seen.How.FIN);
        server.assertExhausted();
    }

    @Test
    void recordsTheHeadersAsTheyWereSpelled() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.write("GET / HTTP/1.1\r\nx-ODD:  a b \r\nX-Odd: c\r\n" + RawClient.HANDSHAKE);
            client.readHead();
            Seen.Request request = server.takeConnection().takeRequest();
            assertThat(request.line()).isEqualTo("GET / HTTP/1.1");
            assertThat(request.headers().get(0).toString()).isEqualTo("x-ODD: a b");
            assertThat(request.header("X-ODD")).isEqualTo("a b, c");
        }
    }

    @Test
    void refusesWhatIsNoHandshakeAndRemembersThatAsAProblem() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.write("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n");
            assertThat(client.readAll()).startsWith("HTTP/1.1 400 ").contains("Connection is ''");
        }
        assertThatThrownBy(server::assertExhausted).hasMessageContaining("Connection is ''");
    }

    @Test
    void rejectsWithStatusHeadersAndBody() throws IOException {
        server.on("/no", Behaviour.reject(403).header("X-Why", "because").body("go away"));
        try (RawClient client = RawClient.open(server, "/no")) {
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 403 Forbidden\r\n")
                    .contains("X-Why: because\r\n")
                    .contains("Content-Length: 7\r\n")
                    .endsWith("\r\n\r\ngo away");
        }
    }

    @Test
    void endsABodyThatIsShorterThanItWasAnnounced() throws IOException {
        server.on("/cut", Behaviour.reject(500).body("part").missing(100).fin());
        try (RawClient client = RawClient.open(server, "/cut")) {
            assertThat(client.readAll()).contains("Content-Length: 104\r\n").endsWith("\r\n\r\npart");
        }
    }

    @Test
    void replacesAndRemovesHeadersOfThe101() throws IOException {
        server.on("/odd", Behaviour.accept().header("Upgrade", "").header("connection", "close, Upgrade"));
        try (RawClient client = RawClient.open(server, "/odd")) {
            assertThat(client.readHead())
                    .doesNotContain("Upgrade: websocket")
                    .doesNotContain("Connection: Upgrade")
                    .contains("connection: close, Upgrade\r\n");
        }
    }

    @Test
    void choosesASubprotocol() throws IOException {
        server.on("/chat", Behaviour.accept().protocol("chat.v2"));
        try (RawClient client = RawClient.open(server, "/chat")) {
            assertThat(client.readHead()).contains("Sec-WebSocket-Protocol: chat.v2\r\n");
        }
    }

    @Test
    void sendsRawBytesInTheHandshakeWithTheRightAccept() throws IOException {
        server.on(
                "/raw",
                Behaviour.raw("HTTP/1.1 101\r\nA: {accept}\r\n\r\n")
                        .sendRaw((byte) 0x89, (byte) 0)
                        .fin());
        try (RawClient client = RawClient.open(server, "/raw")) {
            assertThat(client.readAll())
                    .isEqualTo("HTTP/1.1 101\r\nA: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n\u0089\u0000");
        }
    }

    @Test
    void sendsEveryFrameAsItIsTold() throws IOException {
        Frame odd =
                Frame.text("abc").rsv(5).asMasked().length(LengthForm.BITS_64).notFinal();
        Frame control = Frame.of(13);
        server.on("/odd", Behaviour.accept().send(odd).send(control));
        try (RawClient client = RawClient.open(server, "/odd")) {
            client.readHead();
            Frame first = client.readFrame();
            assertThat(first).usingRecursiveComparison().isEqualTo(odd);
            assertThat(client.readFrame().opcode()).isEqualTo(13);
        }
    }

    @Test
    void announcesALengthThatNeverComes() throws IOException {
        server.on(
                "/huge",
                Behaviour.accept().send(Frame.binary().announcing(1L << 40)).fin());
        try (RawClient client = RawClient.open(server, "/huge")) {
            client.readHead();
            assertThat(client.readAll()).isEqualTo("\u0082\u007f\0\0\u0001\0\0\0\0\0");
        }
    }

    @Test
    void closesWithCodeAndReasonAfterWhatItWasToldToReceive() throws IOException {
        server.on("/chat", Behaviour.accept().receive(2).close(4001, "bye"));
        try (RawClient client = RawClient.open(server, "/chat")) {
            client.readHead();
            client.write(Frame.text("a").notFinal().asMasked());
            client.write(Frame.ping("x").asMasked());
            client.write(Frame.continuation("b").asMasked());
            assertThat(client.readFrame().opcode()).isEqualTo(Frame.PONG);
            client.write(Frame.text("c").asMasked());
            assertThat(client.readFrame().status()).isEqualTo(new CloseStatus(4001, "bye"));
            client.write(Frame.close(4001, "").asMasked());
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void closesWithoutACode() throws IOException {
        server.on("/empty", Behaviour.accept().close());
        try (RawClient client = RawClient.open(server, "/empty")) {
            client.readHead();
            assertThat(client.readFrame().payload()).isEmpty();
        }
    }

    @Test
    void doesNotAnswerAtAll() throws IOException {
        server.on("/hang", Behaviour.silence());
        try (RawClient client = RawClient.open(server, "/hang")) {
            client.finish();
            assertThat(client.readAll()).isEmpty();
        }
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeEnd()).isEqualTo(Seen.How.FIN);
    }

    @Test
    void ignoresACloseFrame() throws IOException {
        server.on("/deaf", Behaviour.accept().ignore());
        try (RawClient client = RawClient.open(server, "/deaf")) {
            client.readHead();
            client.write(Frame.close(1000, "").asMasked());
            client.write(Frame.ping("still there?").asMasked());
            RecordedConnection seen = server.takeConnection();
            seen.takeRequest();
            seen.takeFrame();
            assertThat(seen.takeFrame().opcode()).isEqualTo(Frame.PING);
            seen.send("told by the test");
            assertThat(client.readFrame().string()).isEqualTo("told by the test");
        }
    }

    @Test
    void endsByFin() throws IOException {
        server.on("/fin", Behaviour.accept().send("last").fin());
        try (RawClient client = RawClient.open(server, "/fin")) {
            client.readHead();
            assertThat(client.readFrame().string()).isEqualTo("last");
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void endsByReset() throws IOException {
        server.on("/rst", Behaviour.accept().receive(1).reset());
        try (RawClient client = RawClient.open(server, "/rst")) {
            client.readHead();
            client.write(Frame.text("x").asMasked());
            assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void tellsAResetFromAFin() throws IOException {
        try (RawClient client = RawClient.open(server, "/")) {
            client.readHead();
            client.reset();
        }
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeEnd()).isEqualTo(Seen.How.RST);
    }

    @Test
    void waitsForTheTest() throws IOException {
        Gate gate = new Gate();
        server.on("/gate", Behaviour.accept().send("before").await(gate).send("after"));
        try (RawClient client = RawClient.open(server, "/gate")) {
            client.readHead();
            assertThat(client.readFrame().string()).isEqualTo("before");
            gate.open();
            assertThat(client.readFrame().string()).isEqualTo("after");
        }
    }

    @Test
    void remembersAFrameWithoutAMaskAsAProblem() throws IOException {
        try (RawClient client = RawClient.open(server, "/")) {
            client.readHead();
            client.write(Frame.text("x"));
            assertThat(client.readFrame().status().code()).isEqualTo(CloseStatus.PROTOCOL_ERROR);
        }
        assertThatThrownBy(server::assertExhausted).hasMessageContaining("without a mask");
    }

    @Test
    void echoes64MiB() throws IOException {
        byte[] big = new byte[64 << 20];
        new Random(1).nextBytes(big);
        try (RawClient client = RawClient.open(server, "/")) {
            client.readHead();
            client.write(Frame.binary(big).asMasked());
            assertThat(client.readFrame().payload()).isEqualTo(big);
        }
    }

    @Test
    void servesManyAtOnce() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            clients.add(RawClient.open(server, "/" + i));
        }
        for (RawClient client : clients) {
            client.readHead();
            client.write(Frame.text("x").asMasked());
        }
        for (RawClient client : clients) {
            assertThat(client.readFrame().string()).isEqualTo("x");
            client.close();
        }
    }

    @Test
    void failsATestThatLeavesSomethingUnreadWithTheHistory() throws IOException {
        try (RawClient client = RawClient.open(server, "/story")) {
            client.readHead();
            RecordedConnection seen = server.takeConnection();
            assertThatThrownBy(seen::takeFrame)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("expected a frame, got GET /story HTTP/1.1")
                    .hasMessageContaining("#1 < GET /story");
        }
    }

    @Test
    void whatServesForLongRemembersNothing() throws IOException {
        try (MisbehavingServer service = MisbehavingServer.serve(0);
                RawClient client = RawClient.open(service, "/")) {
            client.readHead();
            client.write(Frame.text("x").asMasked());
            assertThat(client.readFrame().string()).isEqualTo("x");
            service.assertExhausted();
        }
    }

    @Test
    void goesOnAfterTheMessageThatItExpected() throws IOException {
        server.on("/chat", Behaviour.accept().expect("hi").send("hello"));
        try (RawClient client = RawClient.open(server, "/chat")) {
            client.readHead();
            client.write(Frame.ping("p").asMasked());
            client.write(Frame.text("hi").asMasked());
            assertThat(client.readFrame().opcode()).isEqualTo(Frame.PONG);
            assertThat(client.readFrame().string()).isEqualTo("hello");
        }
        assertThat(server.unmet()).isEmpty();
        assertThat(server.isWaiting()).isFalse();
    }

    @Test
    void closesAndSaysSoWhenAnotherMessageComesThanItExpected() throws IOException {
        server.on(
                "/chat",
                Behaviour.accept()
                        .expect("hi")
                        .expect(Expected.binary((byte) 1))
                        .send("hello"));
        try (RawClient client = RawClient.open(server, "/chat?x=1")) {
            client.readHead();
            client.write(Frame.text("ho").asMasked());
            assertThat(client.readFrame().status()).isEqualTo(new CloseStatus(1008, "expected TEXT 2 \"hi\""));
        }
        assertThat(server.unmet())
                .extracting(Unmet::toString)
                .containsExactly("expected TEXT 2 \"hi\" (and 1 more after it) on /chat?x=1 (connection 1),"
                        + " but got TEXT 2 \"ho\"");
        assertThatThrownBy(server::assertExhausted).hasMessageContaining("but got TEXT 2 \"ho\"");
    }

    @Test
    void saysWhatEndedTheConnectionBeforeTheMessageThatItExpected() throws IOException {
        server.on("/close", Behaviour.accept().expect("hi"));
        server.on("/fin", Behaviour.accept().expect(Expected.binary((byte) 1, (byte) 2)));
        server.on("/none", Behaviour.accept().expect("hi"));
        try (RawClient client = RawClient.open(server, "/close")) {
            client.readHead();
            client.write(Frame.close(1000, "bye").asMasked());
            assertThat(client.readFrame().opcode()).isEqualTo(Frame.CLOSE);
        }
        try (RawClient client = RawClient.open(server, "/fin")) {
            client.readHead();
            assertThat(server.isWaiting()).isTrue();
            assertThat(server.unmet())
                    .extracting(Unmet::toString)
                    .contains("expected BINARY 2 0102 on /fin (connection 2), but nothing came");
            client.finish();
            client.readAll();
        }
        assertThat(server.isWaiting()).isFalse();
        assertThat(server.unmet())
                .extracting(Unmet::toString)
                .containsExactly(
                        "expected TEXT 2 \"hi\" on /close (connection 1), but the client closed: CLOSE 1000 \"bye\"",
                        "expected BINARY 2 0102 on /fin (connection 2), but the connection ended by FIN",
                        "expected TEXT 2 \"hi\" on /none, but nobody connected");
    }
}
