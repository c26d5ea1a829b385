package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Step;

/** Servers that go without a Close frame: what is whole counts, and 1006 is told. */
final class Ends {

    private static final String WHY = Conversation.SERVER + " closed the connection without a Close frame";
    private static final byte[] BYTES = Samples.binary(70_000).encode();

    private Ends() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("end.fin", "FIN", () -> fin(Exchange.open())));
        cases.add(new Case("end.fin-with-101", "FIN after the 101, in one go", () -> fin(Exchange.openTogether())));
        cases.add(new Case(
                "end.fin-after-text",
                "FIN after text, in one go",
                () -> fin(Exchange.open().send(Samples.HELLO).heardLate(Samples.HELLO))));
        cases.add(new Case(
                "end.fin-after-echo",
                "FIN after an echo",
                () -> fin(Exchange.open().send(Samples.HELLO).echoed(Samples.HELLO))));
        cases.add(new Case(
                "end.fin-in-message",
                "FIN after a fragment",
                () -> fin(Exchange.open().send(Samples.FRAGMENT_1))));
        for (int octets : new int[] {1, 2, 3, 9, 10, 11, 65_536, 70_009}) {
            cases.add(new Case(
                    "end.fin-in-frame." + octets,
                    "FIN after " + octets + " of 70010 octets of a frame",
                    () -> fin(Exchange.open().raw(Arrays.copyOf(BYTES, octets)))));
        }
        for (int octets : new int[] {1, 2, 3}) {
            byte[] close = Frame.close(1000, "").encode();
            cases.add(new Case(
                    "end.fin-in-close." + octets,
                    "FIN after " + octets + " of 4 octets of a Close",
                    () -> fin(Exchange.open().raw(Arrays.copyOf(close, octets)))));
        }
        return new Family("ends", cases);
    }

    private static Exchange fin(Exchange sent) {
        return sent.lost(WHY, new Step.Fin()).ended();
    }
}
