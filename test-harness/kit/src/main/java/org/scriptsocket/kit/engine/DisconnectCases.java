package org.scriptsocket.kit.engine;

import static org.scriptsocket.kit.engine.EngineBench.URL;
import static org.scriptsocket.kit.engine.Source.script;
import static org.scriptsocket.kit.engine.Step.attempt;
import static org.scriptsocket.kit.engine.Step.disconnect;
import static org.scriptsocket.kit.engine.Step.on;
import static org.scriptsocket.kit.engine.Step.run;
import static org.scriptsocket.kit.engine.Step.see;
import static org.scriptsocket.kit.engine.Step.setGlobal;
import static org.scriptsocket.kit.engine.Step.when;
import static org.scriptsocket.kit.engine.Value.callback;
import static org.scriptsocket.kit.engine.Value.connect;
import static org.scriptsocket.kit.engine.Value.data;
import static org.scriptsocket.kit.engine.Value.global;
import static org.scriptsocket.kit.engine.Value.local;
import static org.scriptsocket.kit.engine.Value.nil;
import static org.scriptsocket.kit.engine.Value.number;
import static org.scriptsocket.kit.engine.Value.text;
import static org.scriptsocket.kit.engine.Value.undefined;

import java.util.List;
import org.scriptsocket.kit.peer.Behaviour;

/** {@code disconnect}, and what a script does when a connection has ended. */
final class DisconnectCases {

    private static final String NO_CONNECTION = "error | The first argument must be a valid connection!";

    private DisconnectCases() {}

    static List<EngineCase> all() {
        return List.of(
                refused("disconnect without arguments", disconnect()),
                refused("a connection of nil", disconnect(nil())),
                refused("a connection of undefined", disconnect(undefined())),
                refused("a connection of a wrong type", disconnect(number(1))).telling(),
                EngineCase.of("7.1", "a second disconnect, and one of a dead connection, have no effect")
                        .peer(Behaviour.accept())
                        .script(script().callback(
                                        "on_event",
                                        on("CONNECTED", disconnect(local("conn")), disconnect(local("conn"))),
                                        on("DISCONNECTED", disconnect(local("conn")), see(data("code"))))
                                .init(run(connect(text(URL), nil(), callback("on_event")))))
                        .sees("1000"),
                EngineCase.of("7.2", "disconnect before the handshake is over")
                        .script(script().callback("on_event", see(data("event"), data("code")))
                                .init(
                                        setGlobal("conn", connect(text(URL), nil(), callback("on_event"))),
                                        disconnect(global("conn"))))
                        .sees("1 | 1006"),
                EngineCase.of("7.3", "the peer gets what was sent, then Close 1000")
                        .telling()
                        .peer(Behaviour.accept())
                        .script(script().callback(
                                        "on_event",
                                        on(
                                                "CONNECTED",
                                                Step.send(local("conn"), text("bye")),
                                                disconnect(local("conn"))),
                                        on("DISCONNECTED", see(data("code"), data("reason"))))
                                .init(run(connect(text(URL), nil(), callback("on_event")))))
                        .sees("1000 | ")
                        .then(bench -> {
                            var peer = bench.peer();
                            peer.takeRequest();
                            peer.assertBinary((byte) 'b', (byte) 'y', (byte) 'e');
                            peer.assertClose(1000);
                        }),
                EngineCase.of("5.5", "a script may connect again inside DISCONNECTED")
                        .telling()
                        .peer(Behaviour.accept().close(4000, ""))
                        .script(script().callback(
                                        "on_event",
                                        on(
                                                "DISCONNECTED",
                                                see(Value.asText(local("conn")), data("code")),
                                                when(
                                                        global("again"),
                                                        number(1),
                                                        setGlobal("again", number(0)),
                                                        run(connect(text(URL), nil(), callback("on_event"))))))
                                .init(
                                        setGlobal("again", number(1)),
                                        run(connect(text(URL), nil(), callback("on_event")))))
                        .sees("websocket: 1 (ws://peer) | 4000", "websocket: 2 (ws://peer) | 4000"));
    }

    private static EngineCase refused(String title, Step call) {
        return EngineCase.of("7.1", title)
                .script(script().init(attempt(call, see("taken")), see("goes on")))
                .sees(NO_CONNECTION, "goes on");
    }
}
