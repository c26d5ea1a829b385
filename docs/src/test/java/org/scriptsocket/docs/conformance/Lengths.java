package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;

/** Lengths that are not written in their shortest form, or over 63 bits. */
final class Lengths {

    private Lengths() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        for (int size : new int[] {0, 1, 124, 125}) {
            add(cases, size, LengthForm.BITS_16);
        }
        for (int size : new int[] {0, 1, 125, 126, 127, 65534, 65535}) {
            add(cases, size, LengthForm.BITS_64);
        }
        for (long length : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 5, -1}) {
            String hex = Long.toHexString(length);
            cases.add(new Case("length.top-bit." + hex, "a length of " + hex, () -> refuse(topBit(length))));
        }
        cases.add(new Case(
                "length.continuation",
                "a continuation of 5 octets, length in 16 bits",
                () -> Exchange.refuse(
                        Rule.LENGTH,
                        Samples.FRAGMENT_1,
                        Frame.continuation("12345").length(LengthForm.BITS_16))));
        cases.add(new Case(
                "length.fragment",
                "a first fragment of 5 octets, length in 64 bits",
                () -> refuse(Frame.text("12345").notFinal().length(LengthForm.BITS_64))));
        cases.add(new Case(
                "length.octets",
                "5 octets, length in 64 bits, octet by octet",
                () -> Exchange.open()
                        .chop(1, Frame.text("12345").length(LengthForm.BITS_64))
                        .fails(Rule.LENGTH)));
        return new Family("length forms", cases);
    }

    private static void add(List<Case> cases, int size, LengthForm form) {
        String bits = form == LengthForm.BITS_16 ? "16" : "64";
        String text = " of " + size + " octets, length in " + bits + " bits";
        cases.add(new Case(
                "length." + bits + ".text." + size,
                "text" + text,
                () -> refuse(Samples.text(size).length(form))));
        cases.add(new Case(
                "length." + bits + ".binary." + size,
                "binary" + text,
                () -> refuse(Samples.binary(size).length(form))));
    }

    private static Frame topBit(long length) {
        return Frame.binary(Octets.utf8("12345")).length(LengthForm.BITS_64).announcing(length);
    }

    private static Exchange refuse(Frame frame) {
        return Exchange.refuse(Rule.LENGTH, frame);
    }
}
