package org.scriptsocket.kit.engine;

import static org.scriptsocket.kit.engine.EngineBench.URL;
import static org.scriptsocket.kit.engine.Source.script;
import static org.scriptsocket.kit.engine.Step.attempt;
import static org.scriptsocket.kit.engine.Step.keep;
import static org.scriptsocket.kit.engine.Step.on;
import static org.scriptsocket.kit.engine.Step.run;
import static org.scriptsocket.kit.engine.Step.see;
import static org.scriptsocket.kit.engine.Step.send;
import static org.scriptsocket.kit.engine.Value.binary;
import static org.scriptsocket.kit.engine.Value.callback;
import static org.scriptsocket.kit.engine.Value.connect;
import static org.scriptsocket.kit.engine.Value.constant;
import static org.scriptsocket.kit.engine.Value.data;
import static org.scriptsocket.kit.engine.Value.local;
import static org.scriptsocket.kit.engine.Value.nil;
import static org.scriptsocket.kit.engine.Value.number;
import static org.scriptsocket.kit.engine.Value.own;
import static org.scriptsocket.kit.engine.Value.table;
import static org.scriptsocket.kit.engine.Value.text;
import static org.scriptsocket.kit.engine.Value.undefined;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;

/** {@code send} with arguments of every kind. */
final class SendCases {

    private static final String NO_CONNECTION = "error | The first argument must be a valid connection!";
    private static final String NO_STRING = "error | bad argument #2 to 'send' (string expected, got ...";
    private static final Value TEXT = table("type", constant("DATA_TYPE_TEXT"));
    private static final Value BINARY = table("type", constant("DATA_TYPE_BINARY"));
    private static final Value CONNECTION = local("conn");
    private static final byte[] LONG = random(70_001);

    private SendCases() {}

    static List<EngineCase> all() {
        return List.of(
                refused("send without arguments", NO_CONNECTION, send()),
                refused("a connection of nil", NO_CONNECTION, send(nil(), text("x"))),
                refused("a connection of undefined", NO_CONNECTION, send(undefined(), text("x"))),
                refused("a connection of a wrong type", NO_CONNECTION, send(text("conn"), text("x")))
                        .telling(),
                refused("send without a message", NO_STRING, send(CONNECTION)),
                refused("a message of nil", NO_STRING, send(CONNECTION, nil())),
                refused("a message of undefined", NO_STRING, send(CONNECTION, undefined())),
                refused("a message of a wrong type", NO_STRING, send(CONNECTION, table()))
                        .telling(),
                refused(
                        "an unknown type",
                        "error | bad argument #3 to 'send' (type: ...",
                        send(CONNECTION, text("x"), table("type", number(9)))),
                refused(
                        "a type of a wrong type",
                        "error | bad argument #3 to 'send' (type: ...",
                        send(CONNECTION, text("x"), table("type", text("text")))),
                EngineCase.of("6.1", "not connected yet")
                        .script(script().callback("on_event")
                                .init(
                                        keep("conn", connect(text(URL), nil(), callback("on_event"))),
                                        attempt(send(own("conn"), text("x")))))
                        .sees("error | Connection isn't connected"),
                EngineCase.of("6.1", "not connected any more, and then dead")
                        .peer(Behaviour.accept().close(1000, ""))
                        .script(script().callback("on_event", on("DISCONNECTED", attempt(send(CONNECTION, text("x")))))
                                .init(keep("conn", connect(text(URL), nil(), callback("on_event"))))
                                .function("later", attempt(send(own("conn"), text("x")))))
                        .acts(EngineBench::start, EngineBench::settle, bench -> bench.call(0, "later"))
                        .sees("error | Connection isn't connected", "error | Invalid connection", "gave ..."),
                sent("a text", send(CONNECTION, text(EventCases.TEXT), TEXT), Frame.text(EventCases.TEXT))
                        .telling(),
                sent(
                                "a binary value with every octet",
                                send(CONNECTION, binary(IntStream.range(0, 256).toArray()), BINARY),
                                Frame.binary(EventCases.every()))
                        .telling(),
                EngineCase.of("6.2", "a long binary message goes back as it came")
                        .peer(Behaviour.accept().receive(1).send(Frame.binary(LONG)))
                        .script(script().callback(
                                        "on_event",
                                        on("CONNECTED", send(CONNECTION, text("go"))),
                                        on("MESSAGE", send(CONNECTION, data("message"), BINARY)))
                                .init(run(connect(text(URL), nil(), callback("on_event")))))
                        .then(bench -> saw(bench, Frame.binary((byte) 'g', (byte) 'o'), Frame.binary(LONG))),
                sent(
                        "a binary value without options is binary",
                        send(CONNECTION, binary(0, 127, 128, 255)),
                        Frame.binary((byte) 0, (byte) 127, (byte) -128, (byte) -1)),
                sent(
                        "a text without options is binary, in UTF-8",
                        send(CONNECTION, text(EventCases.TEXT)),
                        Frame.binary(EventCases.TEXT.getBytes(StandardCharsets.UTF_8))),
                sent("options of nil", send(CONNECTION, text("x"), nil()), Frame.binary((byte) 'x')),
                sent("options of undefined", send(CONNECTION, text("x"), undefined()), Frame.binary((byte) 'x')),
                sent("empty options", send(CONNECTION, text("x"), table()), Frame.binary((byte) 'x')),
                sent("options that are no table", send(CONNECTION, text("x"), number(1)), Frame.binary((byte) 'x')),
                sent("a binary value as text", send(CONNECTION, binary(0xC3, 0xBC), TEXT), Frame.text("\u00fc")),
                sent("a number", send(CONNECTION, number(42), TEXT), Frame.text("42")),
                sent("an empty text", send(CONNECTION, text(""), TEXT), Frame.text("")),
                EngineCase.of("6.3", "a text message that is no UTF-8")
                        .peer(Behaviour.accept())
                        .script(listening(attempt(send(CONNECTION, binary('a', 0xFF), TEXT))))
                        .sees("error | bad argument #2 to 'send' (not valid UTF-8 at byte 2)"));
    }

    private static EngineCase refused(String title, String expected, Step send) {
        return EngineCase.of("6.1", title)
                .peer(Behaviour.accept())
                .script(listening(attempt(send, see("taken")), see("goes on")))
                .sees(expected, "goes on");
    }

    private static EngineCase sent(String title, Step send, Frame expected) {
        return EngineCase.of("6.2", title)
                .peer(Behaviour.accept())
                .script(listening(send))
                .then(bench -> saw(bench, expected));
    }

    private static void saw(EngineBench bench, Frame... all) {
        RecordedConnection peer = bench.peer();
        peer.takeRequest();
        for (Frame expected : all) {
            Frame frame = peer.takeFrame();
            if (frame.opcode() != expected.opcode() || !Arrays.equals(frame.payload(), expected.payload())) {
                throw new AssertionError("the peer is to get " + expected + ", and got " + frame);
            }
        }
    }

    /** No period of it is a power of two, and its length is no multiple of one. */
    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static Source listening(Step... connected) {
        return script().callback("on_event", on("CONNECTED", connected))
                .init(run(connect(text(URL), nil(), callback("on_event"))));
    }
}
