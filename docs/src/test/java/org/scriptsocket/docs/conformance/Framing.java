package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Family 1: messages around the lengths at which the head of a frame changes its form. */
final class Framing {

    private static final int[] LENGTHS = {0, 125, 126, 127, 128, 65535, 65536};

    private Framing() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        add(cases, "1.1.", "text", Frame.TEXT, (byte) '*');
        add(cases, "1.2.", "binary", Frame.BINARY, (byte) 0xFE);
        return new Family("1 framing", cases);
    }

    private static void add(List<Case> cases, String prefix, String type, int opcode, byte octet) {
        for (int length : LENGTHS) {
            String id = prefix + (cases.size() % 8 + 1);
            cases.add(new Case(
                    id,
                    type + " of " + length + " octets",
                    () -> Exchange.echo(Frame.of(opcode, Octets.repeat(length, octet)))));
        }
        cases.add(new Case(prefix + 8, type + " of 65536 octets in packets of 997", () -> {
            Frame message = Frame.of(opcode, Octets.repeat(65536, octet));
            return Exchange.open().chop(997, message).echoed(message).closes();
        }));
    }
}
