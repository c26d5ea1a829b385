package org.scriptsocket.kit.engine;

import static org.scriptsocket.kit.engine.EngineBench.URL;
import static org.scriptsocket.kit.engine.Source.script;
import static org.scriptsocket.kit.engine.Step.attempt;
import static org.scriptsocket.kit.engine.Step.closure;
import static org.scriptsocket.kit.engine.Step.keep;
import static org.scriptsocket.kit.engine.Step.local;
import static org.scriptsocket.kit.engine.Step.run;
import static org.scriptsocket.kit.engine.Step.see;
import static org.scriptsocket.kit.engine.Step.send;
import static org.scriptsocket.kit.engine.Value.callback;
import static org.scriptsocket.kit.engine.Value.connect;
import static org.scriptsocket.kit.engine.Value.data;
import static org.scriptsocket.kit.engine.Value.nil;
import static org.scriptsocket.kit.engine.Value.own;
import static org.scriptsocket.kit.engine.Value.text;

import java.util.List;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;

/** The functions that the host calls, {@code self}, closures, and the end of an instance. */
final class InstanceCases {

    private static final Step CONNECT = run(connect(text(URL), nil(), callback("on_event")));
    private static final Source OTHER =
            script().init(see("init of the other")).function("finalize", see("finalize of the other"));

    private InstanceCases() {}

    static List<EngineCase> all() {
        return List.of(
                EngineCase.of("9.1", "init, update and finalize are called")
                        .telling()
                        .script(script().init(see("init"))
                                .function("update", "dt", see(text("update"), Value.local("dt")))
                                .function("finalize", see("finalize")))
                        .acts(
                                EngineBench::start,
                                bench -> bench.update(2),
                                bench -> bench.update(3),
                                EngineBench::closeLast,
                                bench -> bench.update(4))
                        .sees("init", "update | 2", "update | 3", "finalize"),
                EngineCase.of("9.1", "each of them is optional")
                        .script(script().function("later", see("later")))
                        .acts(
                                EngineBench::start,
                                bench -> bench.update(1),
                                bench -> bench.call(0, "later"),
                                EngineBench::closeLast)
                        .sees("later", "gave ..."),
                EngineCase.of("9.1", "each instance has a self of its own")
                        .telling()
                        .peer(Behaviour.accept().send("hello"))
                        .script(script().callback("on_event", Step.on("MESSAGE", keep("heard", data("message"))))
                                .init(CONNECT)
                                .function("name", "given", keep("name", Value.local("given")))
                                .function("tell", see(own("name"), own("heard"))))
                        .acts(
                                EngineBench::start,
                                EngineBench::start,
                                bench -> bench.call(0, "name", "Ann"),
                                bench -> bench.call(1, "name", "Bob"),
                                EngineBench::settle,
                                bench -> bench.call(0, "tell"),
                                bench -> bench.call(1, "tell"))
                        .sees("gave ...", "gave ...", "Ann | hello", "gave ...", "Bob | hello", "gave ..."),
                EngineCase.of("9.2", "finalize may still send, then the connections are closed with 1001")
                        .telling()
                        .peer(Behaviour.accept())
                        .script(script().callback("on_event", see(data("event")))
                                .init(keep("conn", connect(text(URL), nil(), callback("on_event"))))
                                .function("finalize", send(own("conn"), text("bye"))))
                        .acts(EngineBench::start, EngineBench::settle, EngineBench::closeLast, EngineBench::settle)
                        .sees("0")
                        .then(InstanceCases::wasLeftWith1001),
                EngineCase.of("2.9", "connect inside finalize")
                        .script(script().callback("on_event", see(data("event")))
                                .function("finalize", attempt(CONNECT)))
                        .acts(EngineBench::start, EngineBench::closeLast, EngineBench::settle)
                        .sees("error | The script instance is closing"),
                EngineCase.of("9.2", "an instance that was closed is told nothing more")
                        .peer(Behaviour.accept().send("one"))
                        .script(script().callback("on_event", see(data("event")))
                                .init(CONNECT))
                        .acts(EngineBench::start, EngineBench::closeLast, EngineBench::settle)
                        .sees(),
                EngineCase.of("9.3", "two scripts in one engine keep their own functions")
                        .script(script().init(see("init of the one")).function("finalize", see("finalize of the one")))
                        .acts(
                                bench -> bench.startAnother(OTHER),
                                EngineBench::closeLast,
                                EngineBench::start,
                                EngineBench::closeLast)
                        .sees("init of the other", "finalize of the other", "init of the one", "finalize of the one"),
                EngineCase.of("9.4", "what runs when the script is loaded connects for the default instance")
                        .script(script().callback("on_event", see(data("event")))
                                .top(CONNECT))
                        .acts(EngineBench::settle)
                        .sees("0"),
                EngineCase.of("5.9", "a closure sees the variables of its function")
                        .telling()
                        .peer(Behaviour.accept().send("one").send("two"))
                        .script(script().init(
                                        local("word", text("kept")),
                                        closure(
                                                "on_event",
                                                Step.on("MESSAGE", see(Value.local("word"), data("message")))),
                                        run(connect(text(URL), nil(), Value.closure("on_event")))))
                        .acts(EngineBench::start, bench -> System.gc(), EngineBench::settle)
                        .sees("kept | one", "kept | two"));
    }

    private static void wasLeftWith1001(EngineBench bench) {
        RecordedConnection peer = bench.peer();
        peer.takeRequest();
        peer.assertBinary((byte) 'b', (byte) 'y', (byte) 'e');
        peer.assertClose(1001);
    }
}
