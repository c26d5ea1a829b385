package org.scriptsocket.specs;

import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Expected;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.transport.CloseStatus;

/** What a script can say after {@code server:on("/path")}: the faults of the kit by their names. */
final class RouteWords {

    private static final double NANOS = 1e6;

    /** What a word makes of the behaviour so far. */
    private interface Change {
        Behaviour of(Behaviour before, Arguments given);
    }

    private final Questions questions;
    private final Words<Route> words = new Words<>("what a server does", Route.class);

    /** @param questions to the functions that scripts give */
    RouteWords(Questions questions) {
        this.questions = questions;
        answers();
        partsOfAnswers();
        messages();
        waits();
        ends();
    }

    LuaValue wrap(Route route) {
        return words.wrap(route);
    }

    Set<String> names() {
        return words.methods();
    }

    private void word(String name, int most, Change change) {
        words.method(name, most, (self, route, given) -> {
            route.change(before -> change.of(before, given));
            return self;
        });
    }

    private void answers() {
        word("accept", 0, (before, given) -> answering(before, Behaviour.accept()));
        word("reject", 3, RouteWords::reject);
        word("raw", 1, (before, given) -> new Behaviour(new Answer.Raw(given.bytes(1)), before.steps()));
        word("silence", 0, (before, given) -> answering(before, Behaviour.silence()));
        word(
                "refuse",
                0,
                (before, given) -> answering(before, Behaviour.silence()).reset());
    }

    private static Behaviour answering(Behaviour before, Behaviour answer) {
        return new Behaviour(answer.answer(), before.steps());
    }

    /** The headers may be left out. */
    private static Behaviour reject(Behaviour before, Arguments given) {
        Behaviour rejecting = answering(before, Behaviour.reject(given.integer(1, 100, 999)));
        int at = 2;
        if (given.value(at) instanceof LuaTable headers) {
            rejecting = withHeaders(rejecting, headers);
            at++;
        }
        return given.has(at) ? rejecting.body(given.bytes(at)) : rejecting;
    }

    private static Behaviour withHeaders(Behaviour rejecting, LuaTable headers) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (LuaValue name : headers.keys()) {
            sorted.put(Texts.of(name), Texts.of(headers.get(name)));
        }
        Behaviour with = rejecting;
        for (var header : sorted.entrySet()) {
            with = with.header(header.getKey(), header.getValue());
        }
        return with;
    }

    private void partsOfAnswers() {
        word("header", 2, (before, given) -> before.header(given.text(1), given.text(2)));
        word("protocol", 1, (before, given) -> before.protocol(given.text(1)));
        word("body", 1, (before, given) -> before.body(given.bytes(1)));
        word("missing", 1, (before, given) -> before.missing(given.integer(1, 1, Long.MAX_VALUE)));
        word("answer_after", 1, (before, given) -> before.answerAfter(gate(given)));
    }

    private void messages() {
        word("send", 2, (before, given) -> before.send(FrameWords.sent(given)));
        word("send_raw", 1, (before, given) -> before.sendRaw(given.bytes(1)));
        word("ping", 1, (before, given) -> before.send(control(Frame.PING, given)));
        word("pong", 1, (before, given) -> before.send(control(Frame.PONG, given)));
        word("expect", 2, (before, given) -> before.expect(expected(given)));
        word("expect_match", 2, (before, given) -> before.expect(matching(given)));
        word(
                "receive",
                1,
                (before, given) -> before.receive(given.has(1) ? given.integer(1, 1, Integer.MAX_VALUE) : 1));
        word("echo", 0, (before, given) -> before.then(new Step.Echo()));
    }

    private Expected expected(Arguments given) {
        if (given.value(1) instanceof LuaFunction function) {
            given.atMost(1);
            return new Expected("what " + place(function) + " wants", frame -> questions.ask(function, frame));
        }
        return Expected.exactly(FrameWords.message(given));
    }

    private static String place(LuaFunction function) {
        return function instanceof LuaClosure closure
                ? closure.p.shortsource() + ":" + closure.p.linedefined
                : function.tojstring();
    }

    /** A pattern that is none is an error here and now. */
    private static Expected matching(Arguments given) {
        LuaString pattern = LuaString.valueUsing(given.bytes(1));
        int opcode = given.isBinary(2) ? Frame.BINARY : Frame.TEXT;
        LuaValue find = pattern.get("find");
        find.call(LuaValue.EMPTYSTRING, pattern);
        String what = (opcode == Frame.TEXT ? "TEXT" : "BINARY") + " that matches \"" + Texts.of(pattern) + '"';
        return new Expected(
                what,
                frame -> frame.opcode() == opcode
                        && !find.call(LuaString.valueUsing(frame.payload().clone()), pattern)
                                .isnil());
    }

    private static Frame control(int opcode, Arguments given) {
        return Frame.of(opcode, given.has(1) ? given.bytes(1) : new byte[0]);
    }

    private void waits() {
        word("await", 1, (before, given) -> before.await(gate(given)));
        word("await_close", 0, (before, given) -> before.awaitClose());
        word("pause", 1, (before, given) -> before.pause(Duration.ofNanos((long) (given.millis(1) * NANOS))));
        word("ignore", 0, (before, given) -> before.ignore());
        word("stop_reading", 0, (before, given) -> before.stopReading());
    }

    private static Gate gate(Arguments given) {
        Gate gate = given.object(1, Gate.class);
        if (gate == null) {
            throw given.wrong(1, "gate of harness.gate()");
        }
        return gate;
    }

    private void ends() {
        word("close", 2, (before, given) -> before.then(new Step.Close(status(given))));
        word("fin", 0, (before, given) -> before.fin());
        word("reset", 0, (before, given) -> before.reset());
    }

    private static CloseStatus status(Arguments given) {
        return given.has(1)
                ? new CloseStatus(given.integer(1, 0, 0xFFFF), given.has(2) ? given.text(2) : "")
                : new CloseStatus(CloseStatus.NONE);
    }
}
