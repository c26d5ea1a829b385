package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;

/** A message that is echoed, and then each kind of violation: what was good before it counts, in one go as well. */
final class GoodBefore {

    private static final Frame GOOD = Samples.HELLO;

    private GoodBefore() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        add(cases, "masked", Rule.MASKED, GOOD.asMasked());
        add(cases, "reserved", Rule.reserved(4), GOOD.rsv(4));
        add(cases, "opcode", Rule.opcode(3), Frame.of(3));
        add(cases, "continuation", Rule.LONE_CONTINUATION, Samples.FRAGMENT_2);
        add(cases, "new-message", Rule.NEW_MESSAGE, Samples.FRAGMENT_1, GOOD);
        add(cases, "control-fragment", Rule.CONTROL_IN_FRAGMENTS, Samples.PING.notFinal());
        add(cases, "control-length", Rule.CONTROL_TOO_LONG, Frame.of(Frame.PING, new byte[126]));
        add(cases, "length", Rule.LENGTH, GOOD.length(LengthForm.BITS_64));
        add(cases, "no-text", Rule.TEXT, Utf8Texts.text((byte) 0xFF));
        add(cases, "half-a-code", Rule.HALF_A_CODE, Frame.of(Frame.CLOSE, (byte) 3));
        add(cases, "close-code", Rule.closeCode(1006), Samples.close(1006));
        add(cases, "close-reason", Rule.REASON, Samples.close(1000, (byte) 0xFF));
        return new Family("good before bad", cases);
    }

    private static void add(List<Case> cases, String name, Rule rule, Frame... bad) {
        String text = name.replace('-', ' ');
        cases.add(new Case(
                "before." + name,
                "text, its echo, then: " + text,
                () -> Exchange.open().send(GOOD).echoed(GOOD).send(bad).fails(rule)));
        cases.add(new Case(
                "before." + name + ".go",
                "text, ping, text, and in one go: " + text,
                () -> Exchange.open()
                        .send(GOOD, Samples.PING_PAYLOAD, GOOD)
                        .send(bad)
                        .heardAmongPongs(GOOD, Samples.PING_PAYLOAD)
                        .fails(rule)));
        cases.add(new Case(
                "before." + name + ".more",
                text + ", then what does not count",
                () -> Exchange.open()
                        .send(bad)
                        .send(GOOD, Samples.PING, Samples.CLOSE)
                        .fails(rule)));
    }
}
