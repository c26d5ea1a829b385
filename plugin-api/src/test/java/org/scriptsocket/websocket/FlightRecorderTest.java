package org.scriptsocket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Message;
import org.scriptsocket.websocket.FlightEvent.Kind;

final class FlightRecorderTest {

    private long now = 1_000;
    private final FlightRecorder recorder = new FlightRecorder(new ConnectionName(1, "ws://here"), () -> now);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 63, 64, 65, 127, 128, 129, 1_000})
    void theLast64AreKeptInOrder(int count) {
        for (int i = 0; i < count; i++) {
            recorder.add(Kind.SEND_TEXT, i, i % 3 == 0 ? "third " + i : null);
        }
        int first = Math.max(0, count - 64);
        assertThat(recorder.events())
                .extracting(FlightEvent::number)
                .containsExactlyElementsOf(
                        LongStream.range(first, count).boxed().toList());
        assertThat(recorder.events())
                .allSatisfy(event ->
                        assertThat(event.text()).isEqualTo(event.number() % 3 == 0 ? "third " + event.number() : ""));
    }

    @Test
    void eachHasItsTimeSinceTheConnect() {
        recorder.add(Kind.CONNECT);
        now += 1_500_000;
        recorder.sent(Message.text("hello"));
        now += Duration.ofSeconds(60).toNanos();
        recorder.closed(new CloseStatus(4001, "bye\n\033[1m"));
        assertThat(recorder.toString().lines())
                .containsExactly(
                        "websocket: 1 (ws://here)",
                        "     0.000 ms  called connect to ws://here",
                        "     1.500 ms  called send, text of 5 bytes",
                        " 60001.500 ms  arrived: Close 4001 'bye\\x0a\\x1b[1m'");
    }

    @Test
    void whatIsLostIsCounted() {
        for (int i = 0; i < 70; i++) {
            recorder.add(Kind.DISCONNECT);
        }
        assertThat(recorder.toString().lines())
                .hasSize(65)
                .startsWith("websocket: 1 (ws://here), after 6 earlier events");
    }

    @Test
    void theLogKeepsThoseThatAreOpenAndTheLast16ThatEnded() {
        FlightLog log = new FlightLog();
        assertThat(log.text()).isEmpty();
        List<FlightRecorder> all =
                LongStream.range(0, 30).mapToObj(this::numbered).toList();
        all.forEach(log::begin);
        for (FlightRecorder ended : all.subList(0, 20)) {
            log.end(ended);
            log.end(ended);
        }
        assertThat(log.text().lines())
                .containsExactlyElementsOf(LongStream.range(4, 30)
                        .mapToObj(i -> "websocket: " + i + " (ws://here)")
                        .toList());
    }

    @Test
    void aThousandOpenConnectionsAreNotAllShown() {
        FlightLog log = new FlightLog();
        for (long i = 0; i < 1_000; i++) {
            log.begin(numbered(i));
        }
        List<String> lines = log.text().lines().toList();
        assertThat(lines).hasSizeLessThan(100);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("and 920 connections more");
    }

    private FlightRecorder numbered(long number) {
        return new FlightRecorder(new ConnectionName(number, "ws://here"), () -> now);
    }
}
