package org.scriptsocket.docs.bounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limit;

/** What a script puts into a handshake, and what a server answers. */
final class HandshakeSizes {

    private static final String OPEN = "CONNECTED ''";
    private static final String LOST = "DISCONNECTED '' 1006 ''";
    /** What the kit's answer has anyway. */
    private static final int HEAD = """
            HTTP/1.1 101 Switching Protocols\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
            \r
            """.length();

    private HandshakeSizes() {}

    static List<Size> all() {
        return List.of(url(), longHeader(), manyHeaders(), protocols(), longAnswer(), manyAnswers(), body());
    }

    private static Size url() {
        return Size.of(
                Limit.URL,
                "a url",
                (bench, size) -> {
                    String begin = bench.server.url("/");
                    bench.play.call("talk", begin + "%".repeat((int) size - begin.length()));
                },
                size -> List.of(OPEN),
                size -> refused(size + " bytes, over the limit of " + (size - 1) + " (url), in the url 'ws://SERVER/"
                        + "%".repeat(200 - "ws://127.0.0.1:12345/".length()) + "...'"));
    }

    private static Size longHeader() {
        return headers("a header", size -> "X-Long: " + "x".repeat((int) size - 8));
    }

    private static Size manyHeaders() {
        return headers("as many headers as there can be", size -> {
            String all = "a:\r\n".repeat((int) (size / 4) - 1);
            return all + "b:" + "x".repeat((int) size - all.length() - 2);
        });
    }

    private static Size headers(String what, LongFunction<String> text) {
        return Size.of(
                Limit.REQUEST_HEADERS,
                what,
                (bench, size) -> bench.play.call("talk", bench.server.url(), text.apply(size)),
                size -> List.of(OPEN),
                HandshakeSizes::headersOver);
    }

    private static Size protocols() {
        return Size.of(
                Limit.REQUEST_HEADERS,
                "a subprotocol and a header",
                (bench, size) -> bench.play.call("talk", bench.server.url(), "X-Short: 1", "p".repeat((int) size - 10)),
                size -> List.of(OPEN),
                HandshakeSizes::headersOver);
    }

    private static List<String> headersOver(long size) {
        return refused("the headers have " + size + " bytes, the limit is " + (size - 1) + " (request-headers)");
    }

    private static Size longAnswer() {
        return Size.of(
                Limit.RESPONSE_HEADERS,
                "an answer with one header",
                (bench, size) -> bench.talk(
                        Behaviour.accept().header("X-Long", "x".repeat((int) size - HEAD - "X-Long: \r\n".length()))),
                size -> List.of(OPEN),
                HandshakeSizes::answerOver);
    }

    private static Size manyAnswers() {
        return Size.of(
                Limit.RESPONSE_HEADERS,
                "an answer with as many headers as there can be",
                (bench, size) -> bench.talk(manyHeaders(size - HEAD)),
                size -> List.of(OPEN),
                HandshakeSizes::answerOver);
    }

    private static Behaviour manyHeaders(long size) {
        List<HeaderField> all = new ArrayList<>(Collections.nCopies((int) size / 6 - 1, new HeaderField("a", "1")));
        all.add(new HeaderField("b", "1".repeat((int) size - 6 * all.size() - 5)));
        return new Behaviour(new Answer.Accept(all), List.of());
    }

    private static List<String> answerOver(long size) {
        return refused(
                "the response headers of SERVER are over the limit of " + (size - 1) + " bytes (response-headers)");
    }

    private static Size body() {
        return Size.of(
                Limit.RESPONSE_BODY,
                "the body of a refusal",
                (bench, size) -> bench.talk(Behaviour.reject(403).body("b".repeat((int) size))),
                size -> List.of("ERROR 'Wrong response status: 403' with " + size + " octets", LOST),
                size -> List.of("ERROR 'Wrong response status: 403' with " + (size - 1) + " octets", LOST));
    }

    private static List<String> refused(String why) {
        String message = "Failed to open connection: " + why;
        return List.of("ERROR '" + message + "'", LOST);
    }
}
