package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.PerMessageDeflate;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/** Every answer to the offer {@code permessage-deflate}: RFC 7692, section 7.1. */
final class CompressionAnswerTest extends CompressionTest {

    private static final String TEXT = "a text that comes again and again. ";

    static Stream<String> allowed() {
        String server = "server_no_context_takeover";
        String client = "client_no_context_takeover";
        String bits = "server_max_window_bits=";
        Stream<String> flags = Stream.of(
                "",
                "; " + server,
                "; " + client,
                "; " + server + "; " + client,
                "; " + client + "; " + server,
                ";" + client + ";" + server + ";" + bits + "12",
                " ;  " + bits + "9  ;\t" + client + "  ; " + server + " ",
                "; " + bits + "\"11\"; " + server,
                "; " + server.toUpperCase(Locale.ROOT),
                "; Client_No_Context_Takeover; Server_Max_Window_Bits=10",
                "; server_max_window_bits = 10");
        Stream<String> windows = IntStream.rangeClosed(8, 15)
                .boxed()
                .flatMap(n -> Stream.of("; " + bits + n, "; " + bits + '"' + n + '"'));
        return Stream.concat(
                Stream.of("Permessage-Deflate", "PERMESSAGE-DEFLATE; " + client),
                Stream.concat(flags, windows).map(parameters -> NAME + parameters));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void whatIsAllowedIsTakenAtItsWord(String answer) {
        String lower = answer.toLowerCase(Locale.ROOT);
        boolean serverForgets = lower.contains("server_no_context_takeover");
        boolean clientForgets = lower.contains("client_no_context_takeover");
        try (PerMessageDeflate deflate = new PerMessageDeflate(serverForgets, clientForgets)) {
            Behaviour behaviour = accept(answer);
            for (int i = 0; i < 5; i++) {
                behaviour = behaviour.send(deflate.deflate(Frame.text(TEXT + i)));
            }
            TransportConnection connection = connect(behaviour);
            recorder.takeOpen();
            RecordedConnection peer = peer();
            int first = 0;
            for (int i = 0; i < 5; i++) {
                recorder.assertText(TEXT + i);
                connection.send(Message.text(TEXT + i));
                connection.flush();
                Frame sent = peer.takeFrame();
                assertThat(sent.rsv()).isEqualTo(4);
                assertThat(deflate.inflate(sent).string()).isEqualTo(TEXT + i);
                first = i == 0 ? sent.payload().length : first;
                // what is remembered makes the next ones short
                assertThat(sent.payload().length < first - 10).isEqualTo(i > 0 && !clientForgets);
            }
        }
    }

    static Stream<List<String>> notAllowed() {
        Stream<String> parameters = Stream.of(
                "client_max_window_bits",
                "client_max_window_bits=15",
                "client_max_window_bits=\"8\"",
                "server_no_context_takeover; client_max_window_bits=10",
                "unknown",
                "unknown=1",
                "server_no_context_takeover=1",
                "server_no_context_takeover=\"\"",
                "server_no_context_takeover=true",
                "client_no_context_takeover=0",
                "client_no_context_takeover=\"x\"",
                "server_max_window_bits",
                "server_max_window_bits=",
                "server_max_window_bits=\"\"",
                "server_max_window_bits=7",
                "server_max_window_bits=16",
                "server_max_window_bits=0",
                "server_max_window_bits=-9",
                "server_max_window_bits=+9",
                "server_max_window_bits=08",
                "server_max_window_bits=010",
                "server_max_window_bits=10.0",
                "server_max_window_bits=ten",
                "server_max_window_bits=\"10",
                "server_max_window_bits=10\"",
                "server_max_window_bits='10'",
                "server_max_window_bits=1 0",
                "server_max_window_bits=10; server_max_window_bits=10",
                "server_max_window_bits=10; server_max_window_bits=11",
                "server_no_context_takeover; server_no_context_takeover",
                "client_no_context_takeover; Client_no_context_takeover",
                "",
                ";",
                "=",
                "=10",
                "server no context takeover",
                "server_no_context_takeover; ",
                "server_no_context_takeover,",
                "server_no_context_takeover, x-other");
        Stream<List<String>> others = Stream.of(
                List.of("x-other"),
                List.of("x-webkit-deflate-frame"),
                List.of("permessage-deflate2"),
                List.of("permessage_deflate"),
                List.of("\"permessage-deflate\""),
                List.of("x-other, " + NAME),
                List.of(NAME + ", x-other"),
                List.of(NAME + ", " + NAME),
                List.of(NAME, NAME),
                List.of(NAME, "x-other"),
                List.of("x-other", NAME),
                List.of(NAME + "; server_no_context_takeover", NAME));
        return Stream.concat(parameters.map(each -> List.of(NAME + "; " + each)), others);
    }

    @ParameterizedTest
    @MethodSource("notAllowed")
    void whatIsNotAllowedFailsTheHandshake(List<String> answers) throws Exception {
        TransportConnection connection = connect(accept(answers.toArray(String[]::new)));
        Failure.BadHandshake failure = recorder.takeFailure(Failure.BadHandshake.class);
        assertThat(failure.message()).startsWith("Failed verifying handshake headers: Sec-WebSocket-Extensions ");
        assertThat(failure.response().status()).isEqualTo(101);
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void theOfferIsPlainAndStandsWhereTheContractHasIt() {
        connect(Behaviour.accept());
        recorder.takeOpen();
        assertThat(server.takeConnection().takeRequest().header(HEADER)).isEqualTo(NAME);
    }

    static Stream<Behaviour> declining() {
        return Stream.of(Behaviour.accept(), accept(""));
    }

    @ParameterizedTest
    @MethodSource("declining")
    void aServerThatTakesNoOfferGetsAndSendsPlainMessages(Behaviour accept) {
        TransportConnection connection = connect(accept.send("plain").receive(1));
        recorder.takeOpen();
        recorder.assertText("plain");
        connection.send(Message.text(TEXT.repeat(10)));
        connection.flush();
        peer().assertText(TEXT.repeat(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {Frame.TEXT, Frame.BINARY})
    void withoutAnAnswerTheBitIsAViolation(int opcode) {
        connect(Behaviour.accept().send(compressed(opcode, "f248cdc9c90700")));
        recorder.takeOpen();
        assertViolation(1002, "Reserved bit RSV1 set");
    }
}
