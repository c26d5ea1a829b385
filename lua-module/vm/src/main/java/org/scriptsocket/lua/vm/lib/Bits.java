package org.scriptsocket.lua.vm.lib;

import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.Varargs;

/** Arguments of functions on bits. */
@NullMarked
final class Bits {

    /** Added to a number, it brings the 32 lowest bits of that, rounded half to even, to the end of the double. */
    private static final double SHIFTER = 0x1.8p52;

    private Bits() {}

    /** The 32 lowest bits of a number that was rounded half to even. */
    static int of(Varargs args, int position, String function) {
        return (int) Double.doubleToRawLongBits(Arguments.number(args, position, function) + SHIFTER);
    }

    /** Joins all arguments; at least one must be there. */
    static int join(Varargs args, String function, IntBinaryOperator operator) {
        int bits = of(args, 1, function);
        for (int i = 2; i <= args.narg(); i++) {
            bits = operator.applyAsInt(bits, of(args, i, function));
        }
        return bits;
    }
}
