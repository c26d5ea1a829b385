package org.scriptsocket.specs;

import java.util.Collections;
import java.util.Random;
import org.junit.platform.engine.TestDescriptor;

/** Puts what runs one after the other into an order that a seed makes; that of a file is the same whatever else runs. */
final class Shuffle {

    private Shuffle() {}

    static TestDescriptor.Visitor of(Settings settings) {
        Long seed = settings.seed();
        return seed == null ? descriptor -> {} : descriptor -> shuffle(descriptor, seed);
    }

    private static void shuffle(TestDescriptor descriptor, long seed) {
        Random random =
                new Random(31 * seed + descriptor.getUniqueId().toString().hashCode());
        descriptor.orderChildren(children -> {
            Collections.shuffle(children, random);
            return children;
        });
    }
}
