package org.scriptsocket.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;

class ListenerRecorderTest {

    private final ListenerRecorder recorder = new ListenerRecorder();

    @Test
    void givesWhatWasToldInOrder() {
        recorder.onMessage(Message.text("a"));
        recorder.onClosed(new CloseStatus(1000));
        assertThat(recorder.takeText()).isEqualTo("a");
        assertThat(recorder.takeClosed().code()).isEqualTo(1000);
        recorder.assertExhausted();
    }

    @Test
    void failsWithTheHistoryWhenSomethingElseWasTold() {
        recorder.onMessage(Message.text("a"));
        recorder.onFailure(new Failure.Lost("gone"));
        recorder.takeMessage();
        assertThatThrownBy(recorder::takeClosed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected a close, got failure: Connection lost: gone")
                .hasMessageContaining("text of 1 bytes \"a\"")
                .hasMessageContaining("failure: Connection lost: gone");
    }

    @Test
    void failsWhenAFailureIsOfAnotherKind() {
        recorder.onFailure(new Failure.Lost("gone"));
        assertThatThrownBy(() -> recorder.takeFailure(Failure.TimedOut.class))
                .hasMessageContaining("expected a failure of the kind TimedOut, got Lost: Connection lost: gone");
    }

    @Test
    void assertsWhatComesNext() {
        recorder.onOpen(new HandshakeResponse(101, List.of(), new byte[0]));
        recorder.onMessage(Message.text("a"));
        recorder.onMessage(Message.binary((byte) 0, (byte) -1));
        recorder.onClosed(new CloseStatus(4001, "why"));
        recorder.assertOpen();
        recorder.assertText("a");
        recorder.assertBinary((byte) 0, (byte) -1);
        recorder.assertClosed(4001, "why");
        recorder.onFailure(new Failure.Lost("gone"));
        recorder.assertFailure("Connection lost: gone");
        recorder.assertExhausted();
    }

    @Test
    void eachAssertionThatFailsSaysWhatItExpectedAndShowsTheHistory() {
        fails(recorder::assertOpen, "expected an accepted handshake, got failure: Connection lost: gone");
        fails(() -> recorder.assertText("a"), "expected text of 1 bytes \"a\", got failure: ");
        fails(() -> recorder.assertBinary((byte) 0), "expected binary of 1 bytes 00, got failure: ");
        fails(() -> recorder.assertClosed(4001, "why"), "expected closed 4001 'why', got failure: ");
        fails(() -> recorder.assertFailure("other"), "expected failure: other, got failure: ");
    }

    private void fails(Runnable assertion, String text) {
        recorder.onFailure(new Failure.Lost("gone"));
        assertThatThrownBy(assertion::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(text)
                .hasMessageContaining("What happened")
                .hasMessageEndingWith("failure: Connection lost: gone");
    }

    @Test
    void failsWhenSomethingIsLeft() {
        recorder.onMessage(Message.text("a"));
        assertThatThrownBy(recorder::assertExhausted).hasMessageContaining("not taken");
    }
}
