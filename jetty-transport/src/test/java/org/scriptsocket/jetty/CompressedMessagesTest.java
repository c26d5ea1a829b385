package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.PerMessageDeflate;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.FrameLine;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/** RFC 7692, sections 6 and 7.2. */
final class CompressedMessagesTest extends CompressionTest {

    private static final String HELLO = "f248cdc9c90700";

    /** Section 7.2.3, byte for byte; each with what it is. */
    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("one block", List.of(HELLO), List.of("Hello")),
                Arguments.of("shared window", List.of(HELLO, "f200110000"), List.of("Hello", "Hello")),
                Arguments.of("a stored block", List.of("000500faff48656c6c6f00"), List.of("Hello")),
                Arguments.of("BFINAL", List.of("f348cdc9c9070000"), List.of("Hello")),
                Arguments.of(
                        "BFINAL twice", List.of("f348cdc9c9070000", "f348cdc9c9070000"), List.of("Hello", "Hello")),
                Arguments.of("two blocks", List.of("f24805000000ffffcac9c90700"), List.of("Hello")),
                Arguments.of("an empty message", List.of("00"), List.of("")),
                Arguments.of("empty messages", List.of("00", "00", HELLO, "00"), List.of("", "", "Hello", "")),
                Arguments.of("BFINAL, and more after it", List.of("f348cdc9c90700" + HELLO), List.of("HelloHello")),
                Arguments.of("BFINAL without what is to follow it", List.of("f348cdc9c90700"), List.of("Hello")),
                Arguments.of("no byte at all", List.of("", HELLO), List.of("", "Hello")),
                Arguments.of("an empty last block", List.of("0300", HELLO), List.of("", "Hello")),
                Arguments.of(
                        "the window after BFINAL",
                        List.of("f348cdc9c9070000", "f200110000"),
                        List.of("Hello", "Hello")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExamplesOfTheStandardInflate(String name, List<String> payloads, List<String> texts) {
        List<Frame> frames =
                payloads.stream().map(hex -> compressed(Frame.TEXT, hex)).toList();
        connect(accept(NAME).send(frames).close(1000, ""));
        recorder.takeOpen();
        texts.forEach(recorder::assertText);
        recorder.assertClosed(1000, "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theyInflateByteByByteToo(String name, List<String> payloads, List<String> texts) {
        Behaviour behaviour = accept(NAME);
        for (String hex : payloads) {
            Frame whole = compressed(Frame.BINARY, hex);
            List<Frame> pieces = split(whole, Math.max(1, whole.payload().length));
            for (Frame piece : pieces) {
                behaviour = behaviour.send(piece);
                behaviour = piece.fin() ? behaviour : behaviour.send(Frame.ping("between"));
            }
        }
        connect(behaviour.close(1000, ""));
        recorder.takeOpen();
        texts.forEach(text -> recorder.assertBinary(Frame.text(text).payload()));
        recorder.assertClosed(1000, "");
    }

    @Test
    void weSendWhatTheStandardShows() {
        TransportConnection connection = connect(accept(NAME));
        recorder.takeOpen();
        RecordedConnection peer = peer();
        List<String> expected = List.of(HELLO, "f200110000", "00", "00", "02130000");
        for (String text : List.of("Hello", "Hello", "", "", "Hello")) {
            connection.send(Message.text(text));
        }
        connection.flush();
        for (String hex : expected) {
            Frame sent = peer.takeFrame();
            assertThat(HexFormat.of().formatHex(sent.payload())).isEqualTo(hex);
            assertThat(sent.rsv()).isEqualTo(4);
            assertThat(sent.masked() && sent.fin()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void aThousandMessagesOfAllKindsComeAndGo(boolean serverForgets, boolean clientForgets) {
        String answer = NAME
                + (serverForgets ? "; server_no_context_takeover" : "")
                + (clientForgets ? "; client_no_context_takeover" : "");
        List<Frame> messages = messages();
        try (PerMessageDeflate deflate = new PerMessageDeflate(serverForgets, clientForgets)) {
            List<Frame> frames = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                Frame message = messages.get(i);
                // some are not compressed; the memory is that of the others
                frames.addAll(i % 7 == 3 ? List.of(message) : split(deflate.deflate(message), 1 + i % 4));
                if (i % 10 == 0) {
                    frames.add(Frame.ping("ping " + i));
                }
            }
            TransportConnection connection = connect(accept(answer).send(frames));
            recorder.takeOpen();
            messages.forEach(message -> {
                Message got = recorder.takeMessage();
                assertThat(Frame.of(got).opcode()).isEqualTo(message.opcode());
                assertThat(got.bytes()).isEqualTo(message.payload());
                connection.send(got);
                connection.flush();
            });
            RecordedConnection peer = peer();
            for (Frame message : messages) {
                Frame sent = peer.takeFrame();
                while (sent.isControl()) {
                    sent = peer.takeFrame();
                }
                assertThat(deflate.inflate(sent).payload()).isEqualTo(message.payload());
            }
            assertThat(connection.unsent()).isZero();
        }
    }

    private static List<Frame> messages() {
        Random random = new Random(7692);
        List<Frame> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[i % 50 == 49 ? random.nextInt(200_000) : random.nextInt(300)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (i % 3 == 0 ? random.nextInt(256) : 'a' + random.nextInt(4));
            }
            all.add(Frame.of(i % 3 == 0 ? Frame.BINARY : Frame.TEXT, bytes));
        }
        return all;
    }

    static Stream<Arguments> violations() {
        String rsv1 = "Reserved bit RSV1 set";
        String data = "Compressed message that can not be inflated";
        String text = "Text message is not valid UTF-8";
        Frame begin = compressed(Frame.TEXT, HELLO).notFinal();
        return Stream.of(
                Arguments.of(List.of(begin, Frame.continuation("x").rsv(4)), 1002, rsv1),
                Arguments.of(
                        List.of(
                                Frame.text("x").notFinal(),
                                Frame.continuation("x").rsv(4)),
                        1002,
                        rsv1),
                Arguments.of(List.of(Frame.ping("x").rsv(4)), 1002, rsv1),
                Arguments.of(List.of(Frame.pong("x").rsv(4)), 1002, rsv1),
                Arguments.of(List.of(begin, Frame.ping("x").rsv(4)), 1002, rsv1),
                Arguments.of(List.of(Frame.close(1000, "").rsv(4)), 1002, rsv1),
                Arguments.of(List.of(compressed(Frame.TEXT, HELLO).rsv(6)), 1002, "Reserved bit RSV2 set"),
                Arguments.of(List.of(compressed(Frame.TEXT, HELLO).rsv(5)), 1002, "Reserved bit RSV3 set"),
                Arguments.of(List.of(Frame.text("x").rsv(2)), 1002, "Reserved bit RSV2 set"),
                Arguments.of(List.of(compressed(Frame.BINARY, "ffffffff")), 1007, data),
                Arguments.of(List.of(compressed(Frame.TEXT, "07")), 1007, data),
                Arguments.of(List.of(compressed(Frame.TEXT, "000500000048656c6c6f00")), 1007, data),
                // a distance beyond what came before
                Arguments.of(List.of(compressed(Frame.TEXT, "f200110000")), 1007, data),
                // no end: cut off in a block, in a stored block, in the head of one
                Arguments.of(List.of(compressed(Frame.TEXT, "f248cd")), 1007, data),
                Arguments.of(List.of(compressed(Frame.TEXT, "000500faff4865")), 1007, data),
                Arguments.of(List.of(compressed(Frame.TEXT, HELLO + "0005")), 1007, data),
                Arguments.of(List.of(begin, Frame.of(Frame.CONTINUATION, (byte) 7)), 1007, data),
                Arguments.of(List.of(stored(Frame.TEXT, 'a', 0xFF)), 1007, text),
                Arguments.of(List.of(stored(Frame.TEXT, 'a', 0xC3)), 1007, text),
                Arguments.of(List.of(stored(Frame.TEXT, 0xFF).notFinal()), 1007, text));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aViolationIsToldAfterTheGoodMessages(List<Frame> bad, int code, String what) throws Exception {
        TransportConnection connection = connect(accept(NAME + "; server_no_context_takeover")
                .send(compressed(Frame.TEXT, HELLO))
                .send(bad));
        recorder.takeOpen();
        recorder.assertText("Hello");
        assertViolation(code, what);
        awaitGone(connection);
    }

    @Test
    void aCloseInTheMiddleOfAMessageIsJustAClose() throws Exception {
        TransportConnection connection = connect(
                accept(NAME).send(compressed(Frame.TEXT, HELLO).notFinal()).close(4001, "why"));
        recorder.takeOpen();
        recorder.assertClosed(4001, "why");
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void ourCloseComesAfterAllThatWasSentAndIsNotCompressed() {
        TransportConnection connection = connect(accept(NAME));
        recorder.takeOpen();
        connection.send(Message.text("Hello"));
        connection.close(new CloseStatus(1000));
        RecordedConnection peer = peer();
        assertThat(peer.takeFrame().payload()).hasSize(7);
        Frame close = peer.takeFrame();
        assertThat(close.rsv()).isZero();
        assertThat(close.status().code()).isEqualTo(1000);
    }

    @Test
    void theFrameObserverSeesWhatIsOnTheWire() {
        List<String> lines = new CopyOnWriteArrayList<>();
        server.otherwise(
                accept(NAME).send(compressed(Frame.TEXT, HELLO)).receive(1).send("plain"));
        TransportConnection connection = connect(ConnectRequest.to("127.0.0.1", server.port())
                .observer((direction, opcode, fin, length, payload) ->
                        lines.add(FrameLine.of(direction, opcode, fin, length, payload)))
                .build());
        recorder.takeOpen();
        recorder.assertText("Hello");
        connection.send(Message.text("Hello"));
        connection.flush();
        recorder.assertText("plain");
        String shown = " TEXT fin=1 length=7 \"\\xf2H\\xcd\\xc9\\xc9\\x07\\x00\"";
        assertThat(lines).containsExactly("IN" + shown, "OUT" + shown, "IN TEXT fin=1 length=5 \"plain\"");
    }

    @Test
    void unsentCountsWhatTheScriptHasSentUntilItIsWritten() {
        TransportConnection connection = connect(accept(NAME).receive(2).send("both"));
        recorder.takeOpen();
        connection.send(Message.binary(new byte[1_000_000]));
        connection.send(Message.binary(new byte[500]));
        assertThat(connection.unsent()).isEqualTo(1_000_500);
        connection.flush();
        recorder.assertText("both");
        assertThat(connection.unsent()).isZero();
    }

    @Test
    void pingsAreNotCompressed() {
        Limits limits = Limits.standard().with(Limit.PING_INTERVAL, 50);
        server.otherwise(accept(NAME).send(compressed(Frame.TEXT, HELLO)));
        TransportConnection connection = connect(Requests.withLimits(request(), limits));
        recorder.takeOpen();
        recorder.assertText("Hello");
        RecordedConnection peer = peer();
        for (int i = 0; i < 3; i++) {
            Frame ping = peer.takeFrame();
            assertThat(ping.opcode()).isEqualTo(Frame.PING);
            assertThat(ping.rsv()).isZero();
            connection.send(Message.text("Hello"));
            connection.flush();
            Frame message = peer.takeFrame();
            while (message.isControl()) {
                message = peer.takeFrame();
            }
            assertThat(message.rsv()).isEqualTo(4);
        }
        connection.abort();
        recorder.assertExhausted();
    }

    @Test
    void aPeerThatGivesNoPongIsLost() {
        Limits limits = Limits.standard().with(Limit.PING_INTERVAL, 20).with(Limit.PONG_TIMEOUT, 20);
        server.otherwise(accept(NAME).send(compressed(Frame.TEXT, HELLO)).ignore());
        connect(Requests.withLimits(request(), limits));
        recorder.takeOpen();
        recorder.assertText("Hello");
        recorder.takeFailure(Failure.Lost.class);
    }

    private static Frame stored(int opcode, int... bytes) {
        byte[] payload = new byte[bytes.length + 6];
        payload[1] = (byte) bytes.length;
        payload[3] = (byte) ~bytes.length;
        payload[4] = -1;
        for (int i = 0; i < bytes.length; i++) {
            payload[5 + i] = (byte) bytes[i];
        }
        return Frame.of(opcode, payload).rsv(4);
    }
}
