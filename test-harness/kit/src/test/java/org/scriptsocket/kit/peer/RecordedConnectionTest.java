package org.scriptsocket.kit.peer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptsocket.policy.HeaderField;

class RecordedConnectionTest {

    private static final PeerEnd NOBODY = new PeerEnd() {
        @Override
        public void send(Frame frame) {}

        @Override
        public void fin() {}

        @Override
        public void reset() {}
    };

    private final PeerRecorder recorder = PeerRecorder.keeping();
    private final RecordedConnection connection = recorder.begin(NOBODY);

    @Test
    void assertsWhatComesNext() {
        connection.saw(request("/chat?x=1"));
        connection.saw(new Seen.Received(Frame.text("hi").asMasked()));
        connection.saw(
                new Seen.Received(Frame.binary((byte) 0, (byte) -1).asMasked().length(LengthForm.BITS_16)));
        connection.saw(new Seen.Received(Frame.close(4001, "why").asMasked()));
        connection.saw(new Seen.Received(Frame.close(1000, "any").asMasked()));
        connection.saw(new Seen.Ended(Seen.How.RST));
        connection.assertRequest("/chat?x=1");
        connection.assertText("hi");
        connection.assertBinary((byte) 0, (byte) -1);
        connection.assertClose(4001, "why");
        connection.assertClose(1000);
        connection.assertEnd(Seen.How.RST);
        connection.assertExhausted();
    }

    @Test
    void eachAssertionThatFailsSaysWhatItExpectedAndWhatCameAndShowsTheHistory() {
        fails(() -> connection.assertRequest("/other"), "expected a request for /other, got GET /chat HTTP/1.1");
        fails(() -> connection.assertText("hi"), "expected TEXT 2 \"hi\", got GET /chat HTTP/1.1");
        fails(() -> connection.assertBinary((byte) 0), "expected BINARY 1 00, got GET /chat HTTP/1.1");
        fails(() -> connection.assertClose(4001, "why"), "expected CLOSE 4001 \"why\", got GET /chat HTTP/1.1");
        fails(() -> connection.assertClose(4001), "expected a Close frame with 4001, got GET /chat HTTP/1.1");
        fails(() -> connection.assertEnd(Seen.How.FIN), "expected the end by FIN, got GET /chat HTTP/1.1");
        fails(connection::takeEnd, "expected the end, got GET /chat HTTP/1.1");
    }

    @Test
    void aTextInTwoFragmentsOrAsBinaryIsAnotherOne() {
        connection.saw(new Seen.Received(Frame.text("hi").notFinal()));
        assertThatThrownBy(() -> connection.assertText("hi"))
                .hasMessageStartingWith("expected TEXT 2 \"hi\", got TEXT (not final)");
        connection.saw(new Seen.Received(Frame.of(Frame.BINARY, (byte) 'h', (byte) 'i')));
        assertThatThrownBy(() -> connection.assertText("hi"))
                .hasMessageStartingWith("expected TEXT 2 \"hi\", got BINARY 2");
    }

    private void fails(Runnable assertion, String text) {
        connection.saw(request("/chat"));
        assertThatThrownBy(assertion::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(text)
                .hasMessageContaining("What happened")
                .hasMessageContaining("#1 < GET /chat");
    }

    private static Seen request(String target) {
        return new Seen.Request("GET " + target + " HTTP/1.1", List.of(new HeaderField("Host", "x")));
    }
}
