package org.scriptsocket.kit.engine;

import static org.scriptsocket.kit.engine.EngineBench.URL;
import static org.scriptsocket.kit.engine.Source.script;
import static org.scriptsocket.kit.engine.Step.keep;
import static org.scriptsocket.kit.engine.Step.on;
import static org.scriptsocket.kit.engine.Step.run;
import static org.scriptsocket.kit.engine.Step.see;
import static org.scriptsocket.kit.engine.Step.setGlobal;
import static org.scriptsocket.kit.engine.Step.when;
import static org.scriptsocket.kit.engine.Value.callback;
import static org.scriptsocket.kit.engine.Value.connect;
import static org.scriptsocket.kit.engine.Value.constant;
import static org.scriptsocket.kit.engine.Value.data;
import static org.scriptsocket.kit.engine.Value.global;
import static org.scriptsocket.kit.engine.Value.header;
import static org.scriptsocket.kit.engine.Value.local;
import static org.scriptsocket.kit.engine.Value.nil;
import static org.scriptsocket.kit.engine.Value.number;
import static org.scriptsocket.kit.engine.Value.octets;
import static org.scriptsocket.kit.engine.Value.own;
import static org.scriptsocket.kit.engine.Value.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.ScriptError;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.transport.Capability;

/** What callbacks are told, and what they throw. */
final class EventCases {

    /** Of one to four bytes in UTF-8. */
    static final String TEXT = "a\u00fc\u20ac\uD83D\uDE00";

    private EventCases() {}

    static List<EngineCase> all() {
        return List.of(
                EngineCase.of("5.2", "CONNECTED with the handshake response")
                        .telling()
                        .peer(Behaviour.accept().header("X-Made-By", "the peer"))
                        .script(listening(
                                see(data("event"), data("message"), data("handshake_response", "status")),
                                see(header("X-Made-By"), header("x-made-by"))))
                        .sees("0 |  | 101", "the peer | the peer"),
                EngineCase.of("5.3", "a text message")
                        .telling()
                        .peer(Behaviour.accept().send(TEXT))
                        .script(listening(on(
                                "MESSAGE",
                                see(data("message")),
                                when(data("message"), text(TEXT), see("equal")),
                                when(data("type"), constant("DATA_TYPE_TEXT"), see("text")),
                                see(octets(data("message"))))))
                        .sees(TEXT, "equal", "text", listed(TEXT.getBytes(StandardCharsets.UTF_8))),
                EngineCase.of("5.3", "a binary message with every octet")
                        .telling()
                        .peer(Behaviour.accept().send(Frame.binary(every())))
                        .script(listening(on(
                                "MESSAGE",
                                when(data("type"), constant("DATA_TYPE_BINARY"), see("binary")),
                                see(octets(data("message"))))))
                        .sees("binary", listed(every())),
                EngineCase.of("5.3", "empty messages")
                        .peer(Behaviour.accept().send("").send(Frame.binary()))
                        .script(listening(on("MESSAGE", see(data("type"), octets(data("message"))))))
                        .sees("1 | ", "2 | "),
                EngineCase.of("5.3", "messages keep their order")
                        .peer(Behaviour.accept().send("one").send("two").send("three"))
                        .script(listening(on("MESSAGE", see(data("message")))))
                        .sees("one", "two", "three"),
                EngineCase.of("5.1", "data is fresh for each event")
                        .peer(Behaviour.accept().send("one").send("two"))
                        .script(listening(
                                on("CONNECTED", keep("first", data("message"))),
                                on("MESSAGE", see(own("first"), data("message")), keep("first", data("message")))))
                        .sees(" | one", "one | two"),
                EngineCase.of("5.4", "ERROR with a refusal's status, headers and body")
                        .telling()
                        .peer(Behaviour.reject(403).header("X-Why", "no name").body("who are you?"))
                        .script(listening(
                                on(
                                        "ERROR",
                                        see(data("message"), data("handshake_response", "status")),
                                        see(header("x-why"), data("handshake_response", "response"))),
                                on("DISCONNECTED", see(data("event"), data("code"), data("reason"), data("message")))))
                        .sees("Wrong response status: 403 | 403", "no name | who are you?", "1 | 1006 |  | "),
                EngineCase.of("5.6", "a body with every octet")
                        .needs(Capability.REFUSAL_BODIES)
                        .peer(Behaviour.reject(500).body(every()))
                        .script(listening(on("ERROR", see(octets(data("handshake_response", "response"))))))
                        .sees(listed(every())),
                EngineCase.of("5.5", "DISCONNECTED with the server's code and reason")
                        .telling()
                        .peer(Behaviour.accept().close(4001, "why"))
                        .script(listening(on("DISCONNECTED", see(data("code"), data("reason"), data("message")))))
                        .sees("4001 | why | Server closing (4001). Reason: 'why'"),
                EngineCase.of("5.8", "an error in a callback is reported and changes nothing else")
                        .telling()
                        .peer(Behaviour.accept().send("one").send("two"))
                        .script(listening(on("MESSAGE", see(data("message")), Step.fail("went wrong"))))
                        .sees("one", "two")
                        .then(bench -> {
                            bench.takeError("went wrong");
                            bench.takeError("went wrong");
                        }),
                EngineCase.of("5.8", "an error in a callback has file and line")
                        .telling()
                        .peer(Behaviour.accept().send("one"))
                        .script(listening(on("MESSAGE", Step.fail("went wrong"))))
                        .then(EventCases::isLocated),
                EngineCase.of("5.8", "an error in a function has file and line")
                        .script(script().function("update", "dt", Step.fail("went wrong")))
                        .acts(EngineBench::start, bench -> bench.update(0))
                        .then(EventCases::isLocated),
                EngineCase.of(
                                "5.8",
                                "a call of the module that is refused and not caught is reported with file and line")
                        .script(script().init()
                                .function("update", "dt", run(connect(text("went wrong"), nil(), nil()))))
                        .acts(EngineBench::start, bench -> bench.update(0))
                        .then(bench -> located(bench, bench.takeError("bad argument #3 to 'connect'"))),
                EngineCase.of("5.8", "an unknown name is reported with file and line")
                        .script(script().function("update", "dt", language -> language.call("went_wrong", List.of())))
                        .acts(EngineBench::start, bench -> bench.update(0))
                        .then(bench -> located(bench, bench.takeError("went_wrong"), "went_wrong")),
                EngineCase.of("5.8", "an error in init closes the instance")
                        .script(script().callback("on_event", see(data("event")))
                                .init(run(connect(text(URL), nil(), callback("on_event"))), Step.fail("went wrong")))
                        .acts(EngineBench::startInVain, EngineBench::settle)
                        .sees("...went wrong..."),
                EngineCase.of("5.9", "what a callback returns is ignored, and it may be called for many connections")
                        .peer(Behaviour.accept())
                        .script(script().callback(
                                        "on_event",
                                        see(Value.asText(local("conn"))),
                                        when(
                                                global("again"),
                                                number(1),
                                                setGlobal("again", number(0)),
                                                run(connect(text(URL), nil(), callback("on_event")))))
                                .init(
                                        setGlobal("again", number(1)),
                                        run(connect(text(URL), nil(), callback("on_event")))))
                        .sees("websocket: 1 (ws://peer)", "websocket: 2 (ws://peer)"));
    }

    private static Source listening(Step... body) {
        return script().callback("on_event", body).init(run(connect(text(URL), nil(), callback("on_event"))));
    }

    private static void isLocated(EngineBench bench) {
        located(bench, bench.takeError("went wrong"));
    }

    private static void located(EngineBench bench, ScriptError error) {
        located(bench, error, "went wrong");
    }

    private static void located(EngineBench bench, ScriptError error, String text) {
        String expected = bench.file() + ":" + bench.lineOf(text);
        String actual = error.file() + ":" + error.line();
        if (!actual.equals(expected)) {
            throw new AssertionError("the error is to be at " + expected + ", and is at " + actual);
        }
    }

    static byte[] every() {
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        return all;
    }

    static String listed(byte... octets) {
        return IntStream.range(0, octets.length)
                .mapToObj(i -> Integer.toString(octets[i] & 255))
                .collect(Collectors.joining(","));
    }
}
