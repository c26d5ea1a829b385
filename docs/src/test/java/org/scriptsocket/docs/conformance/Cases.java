package org.scriptsocket.docs.conformance;

import java.util.List;

/** All cases. */
final class Cases {

    private Cases() {}

    static List<Family> all() {
        return List.of(
                Framing.family(),
                Pings.family(),
                ReservedBits.family(),
                Opcodes.family(),
                Fragments.family(),
                Utf8Texts.family(),
                Closings.family(),
                ManyFragments.family(),
                Sizes.family(),
                Lengths.family(),
                Masks.family(),
                ReservedBits.each(),
                Opcodes.each(),
                Controls.family(),
                ManyFragments.each(),
                Cuts.family(),
                Cuts.heads(),
                Packets.family(),
                Closings.each(),
                GoodBefore.family(),
                Bounds.family(),
                Ends.family(),
                Compressed.payloads(),
                Compressed.answers());
    }
}
