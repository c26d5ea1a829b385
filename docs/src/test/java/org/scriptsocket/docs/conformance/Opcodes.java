package org.scriptsocket.docs.conformance;

import static org.scriptsocket.docs.conformance.Samples.HELLO;
import static org.scriptsocket.docs.conformance.Samples.PING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.scriptsocket.kit.peer.Frame;

/** Family 4: opcodes that have no meaning. */
final class Opcodes {

    private Opcodes() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        add(cases, "4.1.", 3);
        add(cases, "4.2.", 11);
        return new Family("4 opcodes", cases);
    }

    /** Each of them alone and in the middle of a message. */
    static Family each() {
        List<Case> cases = new ArrayList<>();
        for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            add(
                    cases,
                    opcode,
                    "not final",
                    () -> Exchange.open().send(Frame.of(opcode).notFinal()));
            add(cases, opcode, "of 126 octets", () -> Exchange.open().send(Frame.of(opcode, new byte[126])));
            add(
                    cases,
                    opcode,
                    "between fragments",
                    () -> Exchange.open().send(Samples.FRAGMENT_1, Frame.of(opcode), Samples.FRAGMENT_2));
        }
        return new Family("opcodes", cases);
    }

    private static void add(List<Case> cases, int opcode, String how, Supplier<Exchange> sent) {
        cases.add(new Case(
                "opcode." + opcode + "." + how.replace(' ', '-'),
                "opcode " + opcode + " " + how,
                () -> sent.get().fails(Rule.opcode(opcode))));
    }

    private static void add(List<Case> cases, String prefix, int first) {
        Frame payload = Frame.of(first + 1, Octets.utf8("reserved opcode payload"));
        cases.add(new Case(prefix + 1, "opcode " + first + ", empty", () -> refuse(Frame.of(first))));
        cases.add(new Case(prefix + 2, "opcode " + (first + 1) + " with a payload", () -> refuse(payload)));
        Frame third = Frame.of(first + 2);
        cases.add(after(prefix + 3, "text, empty opcode ", third, frames -> frames.send(HELLO, third, PING)));
        Frame fourth = Frame.of(first + 3, HELLO.payload());
        cases.add(after(prefix + 4, "text, opcode ", fourth, frames -> frames.send(HELLO, fourth, PING)));
        Frame fifth = Frame.of(first + 4, HELLO.payload());
        cases.add(after(
                prefix + 5, "octet by octet: text, opcode ", fifth, frames -> frames.chop(1, HELLO, fifth, PING)));
    }

    private static Exchange refuse(Frame frame) {
        return Exchange.refuse(Rule.opcode(frame.opcode()), frame);
    }

    private static Case after(String id, String text, Frame bad, UnaryOperator<Exchange> sent) {
        return new Case(
                id,
                text + bad.opcode() + ", ping",
                () -> sent.apply(Exchange.open()).heardLate(HELLO).fails(Rule.opcode(bad.opcode())));
    }
}
