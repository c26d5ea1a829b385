package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;

/** Control frames of every size, in fragments, and between data. */
final class Controls {

    private static final Map<String, Integer> OPCODES =
            Map.of("ping", Frame.PING, "pong", Frame.PONG, "close", Frame.CLOSE);

    private Controls() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        for (String name : List.of("ping", "pong", "close")) {
            int opcode = OPCODES.get(name);
            for (int size : new int[] {126, 127, 1000, 65535, 65536}) {
                cases.add(new Case(
                        "control." + name + "." + size,
                        name + " of " + size + " octets",
                        () -> refuse(Frame.of(opcode, new byte[size]))));
            }
            for (LengthForm form : new LengthForm[] {LengthForm.BITS_16, LengthForm.BITS_64}) {
                cases.add(new Case(
                        "control." + name + "." + form,
                        name + " of 5 octets, length in " + form,
                        () -> refuse(Frame.of(opcode, new byte[5]).length(form))));
            }
            cases.add(new Case(
                    "control." + name + ".fragment",
                    "the first fragment of a " + name,
                    () -> Exchange.refuse(
                            Rule.CONTROL_IN_FRAGMENTS, Frame.of(opcode).notFinal())));
            cases.add(new Case(
                    "control." + name + ".fragment-between",
                    "the first fragment of a " + name + " between fragments",
                    () -> Exchange.refuse(
                            Rule.CONTROL_IN_FRAGMENTS,
                            Samples.FRAGMENT_1,
                            Frame.of(opcode).notFinal())));
        }
        for (int size : new int[] {1, 2, 63, 64, 124, 125}) {
            cases.add(new Case(
                    "control.answered." + size, "ping of " + size + " octets between two texts", () -> between(size)));
        }
        cases.add(new Case("control.many", "1000 pings in one go", Controls::thousand));
        return new Family("control frames", cases);
    }

    private static Exchange refuse(Frame frame) {
        return Exchange.refuse(Rule.CONTROL_TOO_LONG, frame);
    }

    private static Exchange between(int size) {
        Frame ping = Frame.of(Frame.PING, Samples.binary(size).payload());
        return Exchange.open()
                .send(Samples.HELLO)
                .echoed(Samples.HELLO)
                .send(ping)
                .ponged(ping)
                .send(Samples.HELLO)
                .echoed(Samples.HELLO)
                .closes();
    }

    private static Exchange thousand() {
        Exchange all = Exchange.open();
        for (int i = 0; i < 1000; i++) {
            Frame ping = Frame.ping("ping " + i);
            all = all.send(ping).ponged(ping);
        }
        return all.closes();
    }
}
