package org.scriptsocket.lua.vm;

import java.math.BigInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A power of ten as the 64 highest bits of it, cut off, times a power of two.
 *
 * @param significand unsigned, its highest bit set
 */
@NullMarked
record PowerOfTen(long significand, int exponent) {

    private static final int SMALLEST = -330;
    private static final int LARGEST = 400;
    /** Made when they are first needed. Two threads may make the same one. */
    private static final @Nullable PowerOfTen[] MADE = new PowerOfTen[LARGEST - SMALLEST + 1];

    /** Null if it is out of the range of what doubles need. */
    static @Nullable PowerOfTen of(int power) {
        if (power < SMALLEST || power > LARGEST) {
            return null;
        }
        PowerOfTen known = MADE[power - SMALLEST];
        return known != null ? known : (MADE[power - SMALLEST] = make(power));
    }

    private static PowerOfTen make(int power) {
        BigInteger whole = BigInteger.TEN.pow(Math.abs(power));
        int length = whole.bitLength();
        if (power >= 0) {
            return new PowerOfTen(whole.shiftRight(length - 64).longValue(), length - 64);
        }
        BigInteger inverse = BigInteger.ONE.shiftLeft(length + 63).divide(whole);
        return new PowerOfTen(inverse.longValue(), -length - 63);
    }
}
