package org.scriptsocket.lua;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of a script as Java's types of numbers; whole ones never lose anything. */
final class Numeric {

    /** Up to here a double holds every whole number. */
    private static final double EXACT = 0x1p53;

    private Numeric() {}

    /** Integer if it is one, else Long if the double is a whole number for sure, else Double. */
    static Number natural(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= EXACT;
        if (!whole || isNegativeZero(number)) {
            return number;
        }
        long value = (long) number;
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    private static boolean isNegativeZero(double number) {
        return number == 0 && Double.doubleToRawLongBits(number) != 0;
    }

    /** Null if it does not fit. */
    static @Nullable Object fit(Number number, Class<?> type) {
        double value = number.doubleValue();
        if (type == Double.class) {
            return value;
        }
        if (type == Float.class) {
            return (float) value;
        }
        if (type == BigDecimal.class) {
            return Double.isFinite(value) ? new BigDecimal(number.toString()) : null;
        }
        return value == Math.rint(value) && Math.abs(value) <= 0x1p63 ? whole(number, value, type) : null;
    }

    private static @Nullable Object whole(Number number, double value, Class<?> type) {
        long bits = number instanceof Double ? (long) value : number.longValue();
        if (type == Long.class) {
            return value < 0x1p63 ? bits : null;
        }
        if (type == Integer.class) {
            return bits == (int) bits ? (int) bits : null;
        }
        if (type == Short.class) {
            return bits == (short) bits ? (short) bits : null;
        }
        if (type == Byte.class) {
            return bits == (byte) bits ? (byte) bits : null;
        }
        return type == BigInteger.class ? new BigDecimal(value).toBigInteger() : null;
    }
}
