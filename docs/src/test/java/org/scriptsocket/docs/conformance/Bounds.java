package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/** Messages at and over the limit message-in: 1009, and nothing is kept for what is only announced. */
final class Bounds {

    private static final int SMALL = 1000;
    private static final int STANDARD = 64 << 20;

    private Bounds() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        for (int opcode : new int[] {Frame.TEXT, Frame.BINARY}) {
            add(cases, opcode, opcode == Frame.TEXT ? "text" : "binary");
        }
        return new Family("limits", cases);
    }

    private static void add(List<Case> cases, int opcode, String type) {
        String id = "limit." + type;
        Frame whole = Frame.of(opcode, new byte[SMALL]);
        Frame over = Frame.of(opcode, new byte[SMALL + 1]);
        Frame part = whole.notFinal();
        cases.add(new Case(
                id + ".at",
                "a " + type + " of the limit",
                () -> small().send(whole).echoed(whole).closes()));
        cases.add(new Case(
                id + ".at-in-two",
                "the same in two fragments",
                () -> small().send(part, Frame.continuation("")).echoed(whole).closes()));
        cases.add(new Case(id + ".over", "a " + type + " of one octet more", () -> over(SMALL + 1, over)));
        cases.add(new Case(
                id + ".over-in-two",
                "the same in two fragments",
                () -> over(SMALL + 1, part, Frame.continuation("x"))));
        cases.add(new Case(
                id + ".over-in-many",
                "fragments of 300 octets",
                () -> over(1200, ManyFragments.cut(Frame.of(opcode, new byte[1300]), 300))));
        cases.add(new Case(
                id + ".announced",
                "a frame that only announces one octet more",
                () -> over(SMALL + 1, announcing(opcode, SMALL + 1))));
        cases.add(new Case(
                id + ".announced-fragment",
                "a fragment that announces 2^62 octets",
                () -> over(1L << 62, announcing(opcode, 1L << 62).notFinal())));
        cases.add(new Case(
                id + ".announced-most",
                "a frame that announces 2^63-1 octets",
                () -> over(Long.MAX_VALUE, announcing(opcode, Long.MAX_VALUE))));
        cases.add(new Case(
                id + ".announced-more",
                "fragments that together are over 63 bits",
                () -> over(Long.MAX_VALUE, part, announcing(Frame.CONTINUATION, Long.MAX_VALUE))));
        cases.add(new Case(id + ".standard", "a frame that announces one octet over 64 MiB", () -> standard(opcode)));
        cases.add(new Case(
                id + ".good-before",
                "a message of the limit, then one of 2000 octets",
                () -> goodBefore(opcode, whole)));
    }

    private static Exchange small() {
        return Exchange.open().within(Limits.standard().with(Limit.MESSAGE_IN, SMALL));
    }

    private static Exchange over(long atLeast, Frame... frames) {
        return small().send(frames).fails(Rule.limit(atLeast, SMALL));
    }

    private static Exchange standard(int opcode) {
        return Exchange.refuse(Rule.limit(STANDARD + 1, STANDARD), announcing(opcode, STANDARD + 1));
    }

    private static Exchange goodBefore(int opcode, Frame good) {
        return small().send(good)
                .echoed(good)
                .send(Frame.of(opcode, new byte[2000]))
                .fails(Rule.limit(2000, SMALL));
    }

    private static Frame announcing(int opcode, long octets) {
        return Frame.of(opcode).announcing(octets);
    }
}
