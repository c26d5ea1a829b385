package org.scriptsocket.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
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
                .hasMessageContaining("Closed expected, got Failed")
                .hasMessageContaining("message of 1 bytes, TEXT")
                .hasMessageContaining("failure: Connection lost: gone");
    }

    @Test
    void failsWhenAFailureIsOfAnotherKind() {
        recorder.onFailure(new Failure.Lost("gone"));
        assertThatThrownBy(() -> recorder.takeFailure(Failure.TimedOut.class))
                .hasMessageContaining("TimedOut expected");
    }

    @Test
    void failsWhenSomethingIsLeft() {
        recorder.onMessage(Message.text("a"));
        assertThatThrownBy(recorder::assertExhausted).hasMessageContaining("not taken");
    }
}
