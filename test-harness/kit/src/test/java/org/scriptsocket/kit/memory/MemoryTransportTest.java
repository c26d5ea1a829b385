package org.scriptsocket.kit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.peer.Unmet;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;

class MemoryTransportTest {

    private final ManualClock clock = new ManualClock();
    private final MemoryTransport transport = new MemoryTransport(clock);
    private final ListenerRecorder told = new ListenerRecorder();

    private TransportConnection open(String target) {
        return open(request(target, Limits.standard(), AddressPolicy.anywhere()));
    }

    private TransportConnection open(ConnectRequest request) {
        TransportConnection connection = transport.open(request, told);
        connection.request(1);
        clock.runDue();
        return connection;
    }

    private static ConnectRequest request(String target, Limits limits, AddressPolicy policy) {
        return ConnectRequest.to("game", 80)
                .target(target)
                .timeoutMillis(3_000)
                .limits(limits)
                .policy(policy)
                .build();
    }

    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(Transport.class).stream()
                        .map(found -> found.get().name()))
                .contains("memory");
    }

    @Test
    void isNeverChosenByAccident() {
        assertThat(transport.onlyByName()).isTrue();
    }

    @Test
    void echoesWhatWasFlushedInNoTimeAtAll() {
        TransportConnection connection = open("/");
        told.takeOpen();
        connection.send(Message.text("hello"));
        clock.runDue();
        told.assertExhausted();
        assertThat(connection.unsent()).isEqualTo(5);
        connection.flush();
        clock.runDue();
        assertThat(told.takeText()).isEqualTo("hello");
        assertThat(connection.unsent()).isZero();
        assertThat(clock.nanoTime()).isZero();
    }

    @Test
    void timesOutByItsClock() {
        transport.on("/hang", Behaviour.silence());
        TransportConnection connection = open("/hang");
        clock.advance(2_999);
        told.assertExhausted();
        clock.advance(1);
        told.takeFailure(Failure.TimedOut.class);
        assertThat(connection.gone()).isCompleted();
        assertThat(clock.waiting()).isZero();
    }

    @Test
    void givesAllThatItsPeersHaveSeenSoFar() {
        TransportConnection connection = open("/echo");
        connection.send(Message.text("hello"));
        connection.flush();
        clock.runDue();
        assertThat(transport.takeConnections())
                .singleElement()
                .satisfies(peer -> assertThat(peer.takeAll())
                        .map(Object::toString)
                        .containsExactly("GET /echo HTTP/1.1", "TEXT 5 \"hello\""));
        assertThat(transport.takeConnections()).isEmpty();
    }

    @Test
    void takesMoreSendingForNoProgress() {
        transport.on("/stuck", Behaviour.accept().stopReading());
        TransportConnection connection = open("/stuck");
        told.takeOpen();
        for (int i = 0; i < 10; i++) {
            connection.send(Message.text("more"));
            connection.flush();
            clock.advance(1_000);
        }
        told.takeFailure(Failure.Lost.class);
    }

    @Test
    void keepsWhatCameBeforeAResetHoweverLongAWriteStalls() {
        transport.on("/cut", Behaviour.accept().send("first").send("last words").reset());
        TransportConnection connection = open("/cut");
        told.takeOpen();
        assertThat(told.takeText()).isEqualTo("first");
        connection.send(Message.text("nobody reads this"));
        connection.flush();
        clock.advance(60_000);
        assertThat(connection.unsent()).isZero();
        told.assertExhausted();
        connection.request(2);
        clock.runDue();
        assertThat(told.takeText()).isEqualTo("last words");
        assertThat(told.takeFailure(Failure.Lost.class).why()).contains("reset");
    }

    @Test
    void givesUpAPeerThatDoesNotReadAfterTheWriteTimeout() {
        transport.on("/stuck", Behaviour.accept().stopReading());
        TransportConnection connection = open("/stuck");
        told.takeOpen();
        connection.send(Message.binary(new byte[1000]));
        connection.flush();
        clock.advance(9_999);
        assertThat(connection.unsent()).isEqualTo(1000);
        told.assertExhausted();
        clock.advance(1);
        assertThat(told.takeFailure(Failure.Lost.class).why()).isEqualTo("no progress in writing for 10 s");
        assertThat(connection.gone()).isCompleted();
    }

    @Test
    void givesUpAPeerThatDoesNotAnswerACloseAfterTheCloseTimeout() {
        transport.on("/deaf", Behaviour.accept().ignore());
        TransportConnection connection = open("/deaf");
        told.takeOpen();
        connection.close(new CloseStatus(1000));
        clock.advance(2_999);
        assertThat(connection.gone()).isNotCompleted();
        clock.advance(1);
        assertThat(connection.gone()).isCompleted();
        told.assertExhausted();
        RecordedConnection peer = transport.takeConnection();
        peer.takeRequest();
        assertThat(peer.takeFrame().status().code()).isEqualTo(1000);
        assertThat(peer.takeEnd()).isEqualTo(Seen.How.RST);
    }

    @Test
    void pausesByItsClock() {
        transport.on("/slow", Behaviour.accept().pause(Duration.ofMinutes(1)).send("late"));
        open("/slow");
        told.takeOpen();
        clock.advance(59_999);
        told.assertExhausted();
        clock.advance(1);
        assertThat(told.takeText()).isEqualTo("late");
    }

    @Test
    void joinsFragments() {
        transport.on("/split", Behaviour.accept().send(Frame.text("grüße").split(5)));
        open("/split");
        told.takeOpen();
        assertThat(told.takeText()).isEqualTo("grüße");
    }

    @Test
    void deliversToRealTimeOnItsOwnThread() {
        try (MemoryTransport real = MemoryTransport.recording()) {
            TransportConnection connection = real.open(request("/", Limits.standard(), AddressPolicy.anywhere()), told);
            connection.request(1);
            told.takeOpen();
            connection.send(Message.text("x"));
            connection.flush();
            assertThat(told.takeText()).isEqualTo("x");
        }
    }

    @Test
    void asksThePolicyBeforeItDials() {
        open(request("/", Limits.standard(), (host, address) -> Optional.of(host + " is not for you")));
        assertThat(told.takeFailure(Failure.NotOpened.class).why()).isEqualTo("game is not for you");
    }

    @Test
    void refusesAMessageOverTheLimit() {
        transport.on("/big", Behaviour.accept().send(Frame.binary(new byte[11]).notFinal()));
        open(request("/big", Limits.standard().with(Limit.MESSAGE_IN, 10), AddressPolicy.anywhere()));
        told.takeOpen();
        assertThat(told.takeFailure().message()).isEqualTo("Message of at least 11 bytes is over the limit of 10");
        RecordedConnection peer = transport.takeConnection();
        peer.takeRequest();
        assertThat(peer.takeFrame().status().code()).isEqualTo(CloseStatus.TOO_BIG);
    }

    @Test
    void hasNoRawBytes() {
        assertThatThrownBy(() -> transport.on("/raw", Behaviour.raw("SSH-2.0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsViolations() {
        assertThat(violation(Frame.text("x").asMasked())).isEqualTo("masked frame from the server");
        assertThat(violation(Frame.text("x").rsv(1))).isEqualTo("reserved bit set");
        assertThat(violation(Frame.of(3))).isEqualTo("unknown opcode 3");
        assertThat(violation(Frame.of(11))).isEqualTo("unknown opcode 11");
        assertThat(violation(Frame.text("x").length(LengthForm.BITS_16))).isEqualTo("length not in its shortest form");
        assertThat(violation(Frame.ping("x").notFinal())).isEqualTo("fragmented control frame");
        assertThat(violation(Frame.of(Frame.PING, new byte[126]))).isEqualTo("control frame of 126 bytes");
        assertThat(violation(Frame.continuation("x"))).isEqualTo("continuation frame without a message");
        assertThat(violation(Frame.of(Frame.CLOSE, (byte) 3))).isEqualTo("Close frame with one byte");
        assertThat(violation(Frame.close(1006, ""))).isEqualTo("Close frame with the code 1006");
    }

    @Test
    void tellsBadUtf8As1007() {
        assertThat(violation(Frame.of(Frame.TEXT, (byte) 0xC3))).isEqualTo("text message that is not valid UTF-8");
        assertThat(violation(Frame.of(Frame.CLOSE, (byte) 3, (byte) 0xE8, (byte) 0xFF)))
                .isEqualTo("Close frame with a reason that is not valid UTF-8");
    }

    private String violation(Frame frame) {
        transport.on("/bad", Behaviour.accept().send(frame));
        open("/bad");
        told.takeOpen();
        Failure.Violation failure = told.takeFailure(Failure.Violation.class);
        RecordedConnection peer = transport.takeConnection();
        peer.takeRequest();
        assertThat(peer.takeFrame().status()).isEqualTo(failure.sent());
        assertThat(peer.takeEnd()).isEqualTo(Seen.How.FIN);
        told.assertExhausted();
        return failure.what();
    }

    private TransportConnection say(String target, String text) {
        TransportConnection connection = open(target);
        told.takeOpen();
        connection.send(Message.text(text));
        connection.flush();
        clock.runDue();
        return connection;
    }

    @Test
    void goesOnAfterTheMessageThatItExpected() {
        transport.on("/chat", Behaviour.accept().expect("hi").send("hello"));
        say("/chat", "hi");
        assertThat(told.takeText()).isEqualTo("hello");
        assertThat(transport.unmet()).isEmpty();
    }

    @Test
    void closesAndSaysSoWhenAnotherMessageComesThanItExpected() {
        transport.on("/chat", Behaviour.accept().expect("hi").send("hello"));
        say("/chat", "ho");
        assertThat(told.takeClosed()).isEqualTo(new CloseStatus(1008, "expected TEXT 2 \"hi\""));
        assertThat(transport.unmet())
                .extracting(Unmet::toString)
                .containsExactly("expected TEXT 2 \"hi\" on /chat (connection 1), but got TEXT 2 \"ho\"");
    }

    @Test
    void saysWhatWasExpectedAndDidNotCome() {
        transport.on("/chat", Behaviour.accept().expect("hi"));
        assertThat(transport.unmet())
                .extracting(Unmet::toString)
                .containsExactly("expected TEXT 2 \"hi\" on /chat, but nobody connected");
        TransportConnection connection = open("/chat");
        assertThat(transport.isWaiting()).isTrue();
        connection.close(new CloseStatus(1000, ""));
        clock.runDue();
        assertThat(transport.isWaiting()).isFalse();
        assertThat(transport.unmet())
                .extracting(Unmet::toString)
                .containsExactly(
                        "expected TEXT 2 \"hi\" on /chat (connection 1), but the client closed: CLOSE 1000 \"\"");
    }
}
