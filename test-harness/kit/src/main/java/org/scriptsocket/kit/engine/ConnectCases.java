package org.scriptsocket.kit.engine;

import static org.scriptsocket.kit.engine.EngineBench.URL;
import static org.scriptsocket.kit.engine.Source.script;
import static org.scriptsocket.kit.engine.Step.attempt;
import static org.scriptsocket.kit.engine.Step.keep;
import static org.scriptsocket.kit.engine.Step.on;
import static org.scriptsocket.kit.engine.Step.run;
import static org.scriptsocket.kit.engine.Step.see;
import static org.scriptsocket.kit.engine.Step.when;
import static org.scriptsocket.kit.engine.Value.asText;
import static org.scriptsocket.kit.engine.Value.callback;
import static org.scriptsocket.kit.engine.Value.connect;
import static org.scriptsocket.kit.engine.Value.constant;
import static org.scriptsocket.kit.engine.Value.data;
import static org.scriptsocket.kit.engine.Value.header;
import static org.scriptsocket.kit.engine.Value.local;
import static org.scriptsocket.kit.engine.Value.nil;
import static org.scriptsocket.kit.engine.Value.number;
import static org.scriptsocket.kit.engine.Value.own;
import static org.scriptsocket.kit.engine.Value.table;
import static org.scriptsocket.kit.engine.Value.text;
import static org.scriptsocket.kit.engine.Value.undefined;

import java.util.List;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.transport.Capability;

/** The module, and {@code connect} with arguments of every kind. */
final class ConnectCases {

    private static final String NO_STRING = "error | bad argument #1 to 'connect' (string expected, got ...";
    private static final String NO_FUNCTION = "error | bad argument #3 to 'connect' (function expected, got ...";

    private ConnectCases() {}

    static List<EngineCase> all() {
        return List.of(
                EngineCase.of("1.1", "constants")
                        .telling()
                        .script(script().init(
                                        see(
                                                constant("EVENT_CONNECTED"),
                                                constant("EVENT_DISCONNECTED"),
                                                constant("EVENT_MESSAGE"),
                                                constant("EVENT_ERROR")),
                                        see(constant("DATA_TYPE_TEXT"), constant("DATA_TYPE_BINARY"))))
                        .sees("0 | 1 | 2 | 3", "1 | 2"),
                EngineCase.of("1.2", "a connection is one value with a name")
                        .telling()
                        .script(script().callback(
                                        "on_event",
                                        on(
                                                "CONNECTED",
                                                when(own("conn"), local("conn"), see("the same")),
                                                when(own("other"), local("conn"), see("not the same")),
                                                see(asText(local("conn")))))
                                .init(
                                        keep("conn", connect(text(URL), nil(), callback("on_event"))),
                                        keep("other", connect(text("nonsense"), nil(), callback("on_event")))))
                        .sees("the same", "websocket: 1 (ws://peer)"),
                EngineCase.of("2.1", "connect returns at once, and no callback runs inside it")
                        .script(connecting(
                                see("before"), run(connect(text(URL), nil(), callback("on_event"))), see("after")))
                        .sees("before", "after", "0"),
                refused("2.2", "connect without arguments", NO_STRING, connect()),
                refused("2.2", "an url of nil", NO_STRING, connect(nil(), nil(), callback("on_event"))),
                refused("2.2", "an url of undefined", NO_STRING, connect(undefined(), nil(), callback("on_event"))),
                refused("2.2", "an url of a wrong type", NO_STRING, connect(table(), nil(), callback("on_event")))
                        .telling(),
                taken(
                        "2.2",
                        "a number for an url is a bad url",
                        connect(number(5), nil(), callback("on_event")),
                        "3",
                        "1"),
                taken("2.3", "params of nil", connect(text(URL), nil(), callback("on_event")), "0"),
                taken("2.3", "params of undefined", connect(text(URL), undefined(), callback("on_event")), "0"),
                taken("2.3", "empty params", connect(text(URL), table(), callback("on_event")), "0"),
                taken("2.3", "params that are no table", connect(text(URL), number(7), callback("on_event")), "0"),
                taken(
                        "2.3",
                        "fields of nil and undefined",
                        connect(
                                text(URL),
                                table("timeout", nil(), "protocol", undefined(), "headers", nil()),
                                callback("on_event")),
                        "0"),
                taken(
                        "2.3",
                        "a timeout that is a numeric string, and an unknown key",
                        connect(text(URL), table("timeout", text("2500"), "colour", text("red")), callback("on_event")),
                        "0"),
                refused(
                        "2.3",
                        "a timeout of a wrong type",
                        "error | bad argument #2 to 'connect' (timeout: number expected, got ...",
                        connect(text(URL), table("timeout", table()), callback("on_event"))),
                refused(
                        "2.3",
                        "headers of a wrong type",
                        "error | bad argument #2 to 'connect' (headers: string expected, got ...",
                        connect(text(URL), table("headers", table()), callback("on_event"))),
                refused("2.4", "no callback", NO_FUNCTION, connect(text(URL), nil()))
                        .telling(),
                refused("2.4", "neither params nor callback", NO_FUNCTION, connect(text(URL))),
                refused("2.4", "a callback of nil", NO_FUNCTION, connect(text(URL), nil(), nil())),
                refused("2.4", "a callback of undefined", NO_FUNCTION, connect(text(URL), nil(), undefined())),
                refused("2.4", "a callback of a wrong type", NO_FUNCTION, connect(text(URL), nil(), text("on_event"))),
                EngineCase.of("2.5", "headers and protocol arrive")
                        .telling()
                        .needs(Capability.EXACT_REQUEST)
                        .peer(Behaviour.accept().protocol("chat"))
                        .script(script().callback("on_event", see(data("event"), header("Sec-WebSocket-Protocol")))
                                .init(run(connect(
                                        text(URL),
                                        table(
                                                "protocol",
                                                text("chat, news"),
                                                "headers",
                                                text("X-One: 1\r\nX-Two: 2\r\n")),
                                        callback("on_event")))))
                        .sees("0 | chat")
                        .then(ConnectCases::hasSentHeaders),
                refused(
                        "2.5",
                        "headers with an empty line",
                        "error | The header field must not contain double ...",
                        connect(text(URL), table("headers", text("A: 1\r\n\r\nB: 2")), callback("on_event"))),
                EngineCase.of("2.7", "a timeout of 0 is over in the first update")
                        .script(script().callback("on_event", see(data("event"), data("message")))
                                .init(run(connect(text(URL), table("timeout", number(0)), callback("on_event")))))
                        .sees("3 | Connect sequence timed out", "1 | "),
                EngineCase.of("3.2", "a bad url is an event")
                        .script(script().callback("on_event", see(data("event"), data("message")))
                                .init(run(connect(text("gopher://peer/"), nil(), callback("on_event")))))
                        .sees("3 | Failed to open connection: ...", "1 | "));
    }

    private static EngineCase refused(String rule, String title, String expected, Value call) {
        return EngineCase.of(rule, title)
                .script(connecting(attempt(run(call), see("taken")), see("goes on")))
                .sees(expected, "goes on")
                .then(bench -> bench.assertNoConnection());
    }

    private static EngineCase taken(String rule, String title, Value call, String... events) {
        return EngineCase.of(rule, title).script(connecting(run(call))).sees(events);
    }

    private static Source connecting(Step... init) {
        return script().callback("on_event", see(data("event"))).init(init);
    }

    private static void hasSentHeaders(EngineBench bench) {
        Seen.Request request = bench.peer().takeRequest();
        List<String> sent = request.headers().stream()
                .filter(header -> header.name().startsWith("X-") || header.is("Sec-WebSocket-Protocol"))
                .map(header -> header.name() + ": " + header.value())
                .toList();
        if (!sent.equals(List.of("X-One: 1", "X-Two: 2", "Sec-WebSocket-Protocol: chat, news"))) {
            throw new AssertionError("the peer got the headers " + sent);
        }
    }
}
