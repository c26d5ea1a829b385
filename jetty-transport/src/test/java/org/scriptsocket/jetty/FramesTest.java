package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

final class FramesTest extends TransportTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 4_095, 4_096, 16_383, 16_384, 65_535, 65_536, 3_000_000})
    void aMessageOfAnySizeIsEchoed(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'z');
        TransportConnection connection = connect(Behaviour.echo());
        recorder.takeOpen();
        for (Message.Type type : Message.Type.values()) {
            connection.send(new Message(type, java.nio.ByteBuffer.wrap(bytes)));
            connection.flush();
            Message echo = recorder.takeMessage();
            assertThat(echo.type()).isEqualTo(type);
            assertThat(echo.payload().arrayOffset()).isZero();
            assertThat(echo.payload().array()).isEqualTo(bytes);
        }
        assertThat(connection.unsent()).isZero();
    }

    @Test
    void manyMessagesKeepTheirOrder() {
        TransportConnection connection = connect(Behaviour.echo());
        recorder.takeOpen();
        for (int i = 0; i < 3_000; i++) {
            connection.send(Message.text("m" + i));
            if (i % 100 == 0) {
                connection.send(Message.binary(new byte[10_000]));
                connection.flush();
            }
        }
        connection.flush();
        for (int i = 0; i < 3_000; i++) {
            assertThat(recorder.takeText()).isEqualTo("m" + i);
            if (i % 100 == 0) {
                assertThat(recorder.takeMessage().length()).isEqualTo(10_000);
            }
        }
    }

    @Test
    void nothingIsWrittenBeforeTheFlush() {
        TransportConnection connection = connect(Behaviour.echo());
        recorder.takeOpen();
        connection.send(Message.text("one"));
        connection.send(Message.text("two"));
        assertThat(connection.unsent()).isEqualTo(6);
        connection.flush();
        assertThat(recorder.takeText()).isEqualTo("one");
        assertThat(recorder.takeText()).isEqualTo("two");
    }

    @Test
    void aMebibyteInThePacketOfThe101IsKeptAndSoIsTheCloseAfterIt() throws Exception {
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        try (RawServer raw = new RawServer(peer -> {
            peer.accept(RawServer.concat(RawServer.frame(0x82, much), RawServer.closeFrame(4001, "why")));
            assertThat(peer.frame().code()).isEqualTo(4001);
            peer.end();
        })) {
            TransportConnection connection = connect(Requests.to(raw.port()));
            recorder.takeOpen();
            assertThat(recorder.takeMessage().payload().array()).isEqualTo(much);
            assertThat(recorder.takeClosed()).isEqualTo(new CloseStatus(4001, "why"));
            raw.join();
            awaitGone(connection);
        }
    }

    @Test
    void fragmentsAreJoinedWhateverStandsBetweenThem() {
        connect(Behaviour.accept()
                .send(Frame.text("a\u00e4").notFinal())
                .send(Frame.ping("are you there"))
                .send(Frame.continuation("").notFinal())
                .send(Frame.pong("no"))
                .send(Frame.of(Frame.CONTINUATION, (byte) 0xE2, (byte) 0x82).notFinal())
                .send(Frame.of(Frame.CONTINUATION, (byte) 0xAC))
                .send(Frame.binary(new byte[100_000]).split(1_000)));
        recorder.takeOpen();
        assertThat(recorder.takeText()).isEqualTo("a\u00e4\u20ac");
        Message big = recorder.takeMessage();
        assertThat(big.payload().array()).hasSize(100_000);
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeFrame())
                .matches(frame -> frame.opcode() == Frame.PONG && frame.masked())
                .extracting(Frame::string)
                .isEqualTo("are you there");
    }

    @Test
    void bytesThatComeOneByOneMakeTheSameMessages() throws Exception {
        byte[] all = RawServer.concat(
                RawServer.textFrame("one"), RawServer.frame(0x82, new byte[300]), RawServer.closeFrame(1000, "bye"));
        try (RawServer raw = new RawServer(peer -> {
            peer.accept();
            for (byte one : all) {
                peer.write(one);
            }
            assertThat(peer.frame().code()).isEqualTo(1000);
        })) {
            connect(Requests.to(raw.port()));
            recorder.takeOpen();
            assertThat(recorder.takeText()).isEqualTo("one");
            assertThat(recorder.takeMessage().length()).isEqualTo(300);
            assertThat(recorder.takeClosed()).isEqualTo(new CloseStatus(1000, "bye"));
        }
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(Frame.text("x").asMasked(), 1002, "Masked frame from the server"),
                Arguments.of(Frame.text("x").rsv(4), 1002, "Reserved bit RSV1 set"),
                Arguments.of(Frame.text("x").rsv(2), 1002, "Reserved bit RSV2 set"),
                Arguments.of(Frame.ping("x").rsv(1), 1002, "Reserved bit RSV3 set"),
                Arguments.of(Frame.of(3), 1002, "Unknown opcode 3"),
                Arguments.of(Frame.of(11), 1002, "Unknown opcode 11"),
                Arguments.of(Frame.continuation("x"), 1002, "Continuation without a message to continue"),
                Arguments.of(Frame.ping("x").notFinal(), 1002, "Control frame in fragments"),
                Arguments.of(Frame.ping("x".repeat(126)), 1002, "Control frame over 125 bytes"),
                Arguments.of(
                        Frame.text("x").length(LengthForm.BITS_16),
                        1002,
                        "Length not in its shortest form or over 63 bits"),
                Arguments.of(
                        Frame.text("x".repeat(200)).length(LengthForm.BITS_64),
                        1002,
                        "Length not in its shortest form or over 63 bits"),
                Arguments.of(
                        Frame.text("x").length(LengthForm.BITS_64).announcing(-5),
                        1002,
                        "Length not in its shortest form or over 63 bits"),
                Arguments.of(Frame.of(Frame.TEXT, (byte) 'a', (byte) 0xFF), 1007, "Text message is not valid UTF-8"),
                Arguments.of(Frame.of(Frame.TEXT, (byte) 0xC3), 1007, "Text message is not valid UTF-8"),
                Arguments.of(Frame.of(Frame.TEXT, (byte) 0xFF).notFinal(), 1007, "Text message is not valid UTF-8"),
                Arguments.of(Frame.of(Frame.CLOSE, (byte) 3), 1002, "Close frame with half a code"),
                Arguments.of(Frame.close(1006, ""), 1002, "Invalid close code 1006"),
                Arguments.of(Frame.of(Frame.CLOSE, (byte) 3, (byte) 0xED), 1002, "Invalid close code 1005"),
                Arguments.of(Frame.close(999, ""), 1002, "Invalid close code 999"),
                Arguments.of(Frame.close(5000, ""), 1002, "Invalid close code 5000"),
                Arguments.of(
                        Frame.of(Frame.CLOSE, (byte) 3, (byte) 0xE8, (byte) 0xFF),
                        1007,
                        "Close reason is not valid UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aViolationIsToldAfterTheGoodMessagesAndCloses(Frame bad, int code, String what) throws Exception {
        TransportConnection connection = connect(Behaviour.accept()
                .send("good")
                .send(bad)
                .send("after")
                .awaitClose()
                .fin());
        recorder.takeOpen();
        assertThat(recorder.takeText()).isEqualTo("good");
        Failure.Violation failure = recorder.takeFailure(Failure.Violation.class);
        assertThat(failure.what()).isEqualTo(what);
        assertThat(failure.sent()).isEqualTo(new CloseStatus(code, what));
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeFrame().status()).isEqualTo(new CloseStatus(code, what));
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void aNewMessageInsideAnotherIsAViolation() {
        connect(Behaviour.accept().send(Frame.text("x").notFinal()).send("y"));
        recorder.takeOpen();
        assertThat(recorder.takeFailure().message()).isEqualTo("New message before the end of another");
    }

    @Test
    void wrongTextIsToldBeforeItsFrameIsWhole() {
        connect(Behaviour.accept()
                .send(Frame.of(Frame.TEXT, (byte) 0xFF, (byte) 0xFF).announcing(50_000)));
        recorder.takeOpen();
        assertThat(recorder.takeFailure().message()).isEqualTo("Text message is not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 70_000, Integer.MAX_VALUE + 1L, Long.MAX_VALUE})
    void aMessageThatIsAnnouncedOverTheLimitIsRefused(long announced) throws Exception {
        server.otherwise(Behaviour.accept()
                .send(Frame.binary(new byte[100]))
                .send(Frame.binary((byte) 1).announcing(announced))
                .awaitClose());
        TransportConnection connection = connect(limited(100));
        recorder.takeOpen();
        assertThat(recorder.takeMessage().length()).isEqualTo(100);
        assertThat(recorder.takeFailure()).isEqualTo(new Failure.TooBig(announced, 100));
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeFrame().status().code()).isEqualTo(1009);
        awaitGone(connection);
    }

    @Test
    void fragmentsOverTheLimitTogetherAreRefused() {
        server.otherwise(Behaviour.accept().send(Frame.binary(new byte[150]).split(3)));
        connect(limited(120));
        recorder.takeOpen();
        assertThat(recorder.takeFailure()).isEqualTo(new Failure.TooBig(150, 120));
    }

    @Test
    void noMoreMessagesComeThanWereDemanded() {
        server.otherwise(Behaviour.accept().send("1").send("2").send("3").close(1000, "end"));
        TransportConnection connection = transport.open(request(), recorder);
        recorder.takeOpen();
        recorder.assertExhausted();
        connection.request(1);
        assertThat(recorder.takeText()).isEqualTo("1");
        recorder.assertExhausted();
        connection.request(2);
        assertThat(recorder.takeText()).isEqualTo("2");
        assertThat(recorder.takeText()).isEqualTo("3");
        connection.request(Long.MAX_VALUE);
        assertThat(recorder.takeClosed().code()).isEqualTo(1000);
    }

    @Test
    void withoutDemandThePeerIsNotRead() throws Exception {
        byte[] piece = RawServer.frame(0x82, new byte[100_000]);
        try (RawServer raw = new RawServer(peer -> {
            peer.accept();
            for (int i = 0; i < 300; i++) {
                peer.write(piece);
            }
            peer.write(RawServer.closeFrame(1000, ""));
            peer.end();
        })) {
            TransportConnection connection = transport.open(Requests.to(raw.port()), recorder);
            recorder.takeOpen();
            for (int i = 0; i < 300; i++) {
                recorder.assertExhausted();
                connection.request(1);
                assertThat(recorder.takeMessage().length()).isEqualTo(100_000);
            }
            connection.request(1);
            recorder.takeClosed();
        }
    }

    @Test
    void eachFrameIsObservedOnceEachWay() throws Exception {
        List<String> frames = new CopyOnWriteArrayList<>();
        server.otherwise(Behaviour.accept()
                .receive(1)
                .send(Frame.text("in"))
                .send(Frame.binary(new byte[50_000]))
                .close(1000, "x"));
        TransportConnection connection = connect(ConnectRequest.to("127.0.0.1", server.port())
                .observer((way, opcode, fin, length, payload) -> frames.add(way + " " + opcode + " " + fin + " "
                        + length + " " + (length < 10 ? StandardCharsets.UTF_8.decode(payload.duplicate()) : "...")))
                .build());
        recorder.takeOpen();
        connection.send(Message.text("out"));
        connection.flush();
        recorder.takeMessage();
        recorder.takeMessage();
        recorder.takeClosed();
        awaitGone(connection);
        assertThat(frames).hasSize(5).startsWith("OUT 1 true 3 out", "IN 1 true 2 in", "IN 2 true 50000 ...");
        assertThat(frames.subList(3, 5)).allMatch(line -> line.contains(" 8 true 3 "));
        server.takeConnection().takeRequest();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1009, 1011, 1014, 3000, 4001, 4999})
    void aCloseOfThePeerIsAnsweredByTheSame(int code) throws Exception {
        TransportConnection connection = connect(Behaviour.accept().send("last").close(code, "why"));
        recorder.takeOpen();
        assertThat(recorder.takeText()).isEqualTo("last");
        assertThat(recorder.takeClosed()).isEqualTo(new CloseStatus(code, "why"));
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeFrame().status()).isEqualTo(new CloseStatus(code, "why"));
        assertThat(seen.takeEnd()).isEqualTo(Seen.How.FIN);
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void anEmptyCloseIsAnsweredByAnEmptyOne() {
        connect(Behaviour.accept().close());
        recorder.takeOpen();
        assertThat(recorder.takeClosed()).isEqualTo(new CloseStatus(CloseStatus.NONE));
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        assertThat(seen.takeFrame().payload()).isEmpty();
    }

    @Test
    void messagesBeforeAFinAreDelivered() throws Exception {
        TransportConnection connection = connect(Behaviour.accept()
                .send("1")
                .send("2")
                .send(Frame.text("3").notFinal())
                .fin());
        recorder.takeOpen();
        assertThat(recorder.takeText()).isEqualTo("1");
        assertThat(recorder.takeText()).isEqualTo("2");
        assertThat(recorder.takeFailure())
                .isEqualTo(new Failure.Lost(
                        "127.0.0.1:" + server.port() + " closed the connection without a Close frame"));
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void messagesBeforeAResetAreDeliveredAlthoughAWriteHasSeenIt() throws Exception {
        server.otherwise(Behaviour.accept().send("1").send("2").ignore());
        TransportConnection connection = transport.open(request(), recorder);
        recorder.takeOpen();
        connection.request(1);
        assertThat(recorder.takeText()).isEqualTo("1");
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        seen.reset();
        for (int i = 0; i < 10; i++) {
            connection.send(Message.binary(new byte[100_000]));
            connection.flush();
        }
        connection.request(10);
        assertThat(recorder.takeText()).isEqualTo("2");
        assertThat(recorder.takeFailure())
                .isEqualTo(new Failure.Lost("127.0.0.1:" + server.port() + " reset the connection"));
        awaitGone(connection);
        assertThat(connection.unsent()).isZero();
    }

    private ConnectRequest limited(long bytes) {
        return Requests.withLimits(request(), Limits.standard().with(Limit.MESSAGE_IN, bytes));
    }
}
