package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.scriptsocket.kit.peer.Frame;

/** One frame of every size that may be a boundary: of the length's forms, of a buffer, of a buffer less a head. */
final class Sizes {

    private static final int MIB = 1 << 20;

    private Sizes() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        sizes().forEach(size -> {
            cases.add(new Case(
                    "size.text." + size, "text of " + size + " octets", () -> Exchange.echo(Samples.text(size))));
            cases.add(new Case(
                    "size.binary." + size, "binary of " + size + " octets", () -> Exchange.echo(Samples.binary(size))));
        });
        for (int chop : new int[] {1, 2, 3, 7, 64}) {
            cases.add(new Case(
                    "size.chop." + chop,
                    "binary of 300 octets in packets of " + chop,
                    () -> chop(Samples.binary(300), chop)));
        }
        for (int chop : new int[] {997, 1024, 4096, 65536}) {
            cases.add(new Case(
                    "size.chop." + chop, "1 MiB of text in packets of " + chop, () -> chop(Samples.text(MIB), chop)));
        }
        cases.add(new Case(
                "size.chop.16-mib", "16 MiB in packets of 65536", () -> chop(Samples.binary(16 * MIB), 65536)));
        for (int shift = 0; shift < 4; shift++) {
            int letters = shift;
            cases.add(new Case(
                    "size.wide-3." + shift,
                    "characters of 3 octets, " + shift + " octets shifted",
                    () -> Exchange.echo(wide(letters, "€"))));
            cases.add(new Case(
                    "size.wide-4." + shift,
                    "characters of 4 octets, " + shift + " octets shifted",
                    () -> Exchange.echo(wide(letters, "\uD83D\uDE00"))));
        }
        return new Family("sizes", cases);
    }

    private static IntStream sizes() {
        return IntStream.of(0, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144)
                .flatMap(Sizes::around)
                .filter(size -> size >= 0)
                .distinct();
    }

    /** A head has 2, 4 or 10 octets. */
    private static IntStream around(int size) {
        if (size == 0) {
            return IntStream.concat(
                    IntStream.of(0, 1, 2, 3, 4, 7, 8, 9, 64, 124, 125, 126, 127, 128, 129),
                    IntStream.of(MIB - 1, MIB, MIB + 1, 4 * MIB, 16 * MIB - 10, 16 * MIB - 1, 16 * MIB));
        }
        int head = size <= 65536 ? 4 : 10;
        return IntStream.of(size - head - 1, size - head, size - head + 1, size - 1, size, size + 1);
    }

    private static Exchange chop(Frame message, int octets) {
        return Exchange.open().chop(octets, message).echoed(message).closes();
    }

    /** More than 256 KiB, so that characters lie over the ends of all buffers. */
    private static Frame wide(int shift, String character) {
        return Frame.text("a".repeat(shift) + character.repeat(70_000));
    }
}
