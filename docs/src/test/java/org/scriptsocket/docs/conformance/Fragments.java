package org.scriptsocket.docs.conformance;

import static org.scriptsocket.docs.conformance.Samples.FRAGMENTS_1_2;
import static org.scriptsocket.docs.conformance.Samples.FRAGMENT_1;
import static org.scriptsocket.docs.conformance.Samples.FRAGMENT_2;
import static org.scriptsocket.docs.conformance.Samples.HELLO;
import static org.scriptsocket.docs.conformance.Samples.PING_PAYLOAD;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Family 5: messages in fragments, and what may not be one. */
final class Fragments {

    private static final Frame LONE = Frame.continuation("not continuing");
    private static final Frame[] PINGED = {FRAGMENT_1, PING_PAYLOAD, FRAGMENT_2};

    private Fragments() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("5.1", "ping in two fragments", () -> control(Frame.ping("fragment1"))));
        cases.add(new Case("5.2", "pong in two fragments", () -> control(Frame.pong("fragment1"))));
        ways(cases, 3, "text in two fragments", FRAGMENT_1, FRAGMENT_2);
        ways(cases, 6, "text in two fragments, ping between", PINGED);
        ways(cases, 9, "final continuation of nothing, text", LONE, HELLO);
        ways(cases, 12, "continuation of nothing, text", LONE.notFinal(), HELLO);
        cases.add(new Case("5.15", "a message, then a continuation of nothing", Fragments::messageThenContinuation));
        cases.add(new Case(
                "5.16",
                "continuation, then a message, twice",
                () -> twice(Frame.continuation("fragment1").notFinal())));
        cases.add(new Case(
                "5.17", "final continuation, then a message, twice", () -> twice(Frame.continuation("fragment1"))));
        cases.add(new Case("5.18", "a new text instead of a continuation", Fragments::newMessage));
        cases.add(new Case("5.19", "five fragments, two pings, a pause", () -> five(false)));
        cases.add(new Case("5.20", "five fragments, two pings, a pause, in packets", () -> five(true)));
        return new Family("5 fragments", cases);
    }

    private static void ways(List<Case> cases, int id, String text, Frame... frames) {
        cases.add(new Case("5." + id, text, () -> judge(Exchange.open().send(frames), frames)));
        cases.add(new Case(
                "5." + (id + 1),
                text + ", in packets",
                () -> judge(Exchange.open().frameWise(frames), frames)));
        cases.add(new Case(
                "5." + (id + 2),
                text + ", octet by octet",
                () -> judge(Exchange.open().chop(1, frames), frames)));
    }

    private static Exchange judge(Exchange sent, Frame... frames) {
        if (frames[0].opcode() == Frame.CONTINUATION) {
            return sent.fails(Rule.LONE_CONTINUATION);
        }
        Exchange ponged = frames == PINGED ? sent.ponged(PING_PAYLOAD) : sent;
        return ponged.echoed(FRAGMENTS_1_2).closes();
    }

    private static Exchange control(Frame frame) {
        return Exchange.refuse(Rule.CONTROL_IN_FRAGMENTS, frame.notFinal(), FRAGMENT_2);
    }

    private static Exchange messageThenContinuation() {
        return Exchange.open()
                .send(FRAGMENT_1, FRAGMENT_2)
                .send(Frame.continuation("fragment3").notFinal(), Frame.text("fragment4"))
                .heardLate(FRAGMENTS_1_2)
                .fails(Rule.LONE_CONTINUATION);
    }

    private static Exchange twice(Frame lone) {
        Frame text = Frame.text("fragment2").notFinal();
        Frame last = Frame.continuation("fragment3");
        return Exchange.refuse(Rule.LONE_CONTINUATION, lone, text, last, lone, text, last);
    }

    private static Exchange newMessage() {
        return Exchange.refuse(Rule.NEW_MESSAGE, FRAGMENT_1, Frame.text("fragment2"));
    }

    private static Exchange five(boolean packets) {
        Frame[] early = {FRAGMENT_1, FRAGMENT_2.notFinal(), Frame.ping("pongme 1!")};
        Frame[] late = {
            Frame.continuation("fragment3").notFinal(),
            Frame.continuation("fragment4").notFinal(),
            Frame.ping("pongme 2!"),
            Frame.continuation("fragment5")
        };
        Exchange begun =
                packets ? Exchange.open().frameWise(early) : Exchange.open().send(early);
        Exchange paused = begun.pause(50);
        return (packets ? paused.frameWise(late) : paused.send(late))
                .ponged(early[2])
                .ponged(late[2])
                .echoed(Frame.text("fragment1fragment2fragment3fragment4fragment5"))
                .closes();
    }
}
