package org.scriptsocket.docs.conformance;

import static org.scriptsocket.docs.conformance.Samples.FRAGMENT_1;
import static org.scriptsocket.docs.conformance.Samples.FRAGMENT_2;
import static org.scriptsocket.docs.conformance.Samples.HELLO;
import static org.scriptsocket.docs.conformance.Samples.PING;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Family 3: reserved bits, with no extension that would give them a meaning. */
final class ReservedBits {

    private ReservedBits() {}

    static Family family() {
        Frame binary = Frame.binary(Samples.NO_TEXT);
        Frame hello = Frame.of(Frame.BINARY, HELLO.payload());
        return new Family(
                "3 reserved bits",
                List.of(
                        new Case("3.1", "text with RSV3", () -> refuse(HELLO, 1)),
                        new Case("3.2", "text, text with RSV2, ping", () -> after(open().send(three(2)), 2)),
                        new Case(
                                "3.3",
                                "text, text with RSV2 and 3, ping, in packets",
                                () -> after(open().frameWise(three(3)), 3)),
                        new Case(
                                "3.4",
                                "text, text with RSV1, ping, octet by octet",
                                () -> after(open().chop(1, three(4)), 4)),
                        new Case("3.5", "binary with RSV1 and 3", () -> refuse(binary, 5)),
                        new Case("3.6", "binary with RSV1 and 2", () -> refuse(hello, 6)),
                        new Case("3.7", "Close with RSV1, 2 and 3", () -> refuse(Frame.of(Frame.CLOSE), 7))));
    }

    /** Every value of the three bits on every opcode. */
    static Family each() {
        List<Case> cases = new ArrayList<>();
        for (int rsv = 1; rsv <= 7; rsv++) {
            add(cases, "text", rsv, HELLO);
            add(cases, "binary", rsv, Samples.binary(5));
            add(cases, "first-fragment", rsv, FRAGMENT_1);
            add(cases, "close", rsv, Samples.CLOSE);
            add(cases, "ping", rsv, PING);
            add(cases, "pong", rsv, Frame.pong("pong"));
            add(cases, "continuation", rsv, FRAGMENT_2, FRAGMENT_1);
            add(cases, "ping-between", rsv, PING, FRAGMENT_1);
        }
        return new Family("reserved bits", cases);
    }

    private static void add(List<Case> cases, String name, int rsv, Frame frame, Frame... before) {
        cases.add(new Case(
                "rsv." + name + "." + rsv,
                name.replace('-', ' ') + " with reserved bits " + rsv,
                () -> open().send(before).send(frame.rsv(rsv)).fails(Rule.reserved(rsv))));
    }

    private static Exchange open() {
        return Exchange.open();
    }

    private static Exchange refuse(Frame frame, int rsv) {
        return Exchange.refuse(Rule.reserved(rsv), frame.rsv(rsv));
    }

    private static Frame[] three(int rsv) {
        return new Frame[] {HELLO, HELLO.rsv(rsv), PING};
    }

    private static Exchange after(Exchange sent, int rsv) {
        return sent.heardLate(HELLO).fails(Rule.reserved(rsv));
    }
}
