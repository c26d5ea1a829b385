package org.scriptsocket.lua.vm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;

/**
 * The decimal digits of a double that is finite and not negative, rounded as C's {@code printf} rounds: the exact value, half to even.
 * The value is that of the digits with the point after the first of them, times ten to the exponent.
 */
@NullMarked
public final class DecimalDigits {

    private static final int MOST_QUICK = 17;
    private static final long QUICK_LIMIT = 100_000_000_000_000_000L;
    private static final double LOG10_OF_2 = 0.301029995663981195;

    /** Sign bit free, so that they can be compared as they are. */
    private static final long[] POWERS = powers();

    private final byte[] digits;
    private final int exponent;

    private DecimalDigits(byte[] digits, int exponent) {
        this.digits = digits;
        this.exponent = exponent;
    }

    private static long[] powers() {
        long[] powers = new long[MOST_QUICK + 2];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** That many digits, at least one. */
    public static DecimalDigits significant(double value, int count) {
        if (value == 0) {
            return new DecimalDigits(zeros(count), 0);
        }
        return count <= MOST_QUICK ? quick(value, count) : exact(value, count);
    }

    /** All digits to that many places after the point; the last digit stands at that place. */
    public static DecimalDigits places(double value, int places) {
        long scaled = value == 0 ? 0 : scaled(value, places);
        byte[] digits = scaled >= 0
                ? digits(scaled, length(scaled))
                : ascii(new BigDecimal(value)
                        .setScale(places, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .toString());
        return new DecimalDigits(digits, digits.length - 1 - places);
    }

    private static DecimalDigits quick(double value, int count) {
        // The exponent of a subnormal number is lower than this one, and its digits too few below.
        int exponent = (int) Math.floor(Math.getExponent(value) * LOG10_OF_2);
        long scaled = scaled(value, count - 1 - exponent);
        if (scaled >= POWERS[count]) {
            exponent++;
            scaled = scaled == POWERS[count] ? scaled / 10 : scaled(value, count - 1 - exponent);
        }
        if (scaled == POWERS[count]) {
            return new DecimalDigits(digits(scaled / 10, count), exponent + 1);
        }
        return scaled < POWERS[count - 1] ? exact(value, count) : new DecimalDigits(digits(scaled, count), exponent);
    }

    private static DecimalDigits exact(double value, int count) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN));
        byte[] digits = ascii(rounded.unscaledValue().toString());
        byte[] all = zeros(count);
        System.arraycopy(digits, 0, all, 0, Math.min(count, digits.length));
        return new DecimalDigits(all, rounded.precision() - rounded.scale() - 1);
    }

    /** The value times a power of ten as an integer, or -1 if that is too large or can't be told from 128 bits. */
    private static long scaled(double value, int power) {
        PowerOfTen ten = PowerOfTen.of(power);
        if (ten == null) {
            return -1;
        }
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52);
        long fraction = bits & 0xfffffffffffffL;
        long mantissa = biased == 0 ? fraction : fraction | 1L << 52;
        int spare = Long.numberOfLeadingZeros(mantissa);
        long high = multiplyHigh(mantissa << spare, ten.significand());
        return rounded(high, 1075 - Math.max(biased, 1) + spare - ten.exponent() - 64);
    }

    /** The product is in [high, high + 2), to be divided by two to the shift. */
    private static long rounded(long high, int shift) {
        if (shift > 66) {
            return 0;
        }
        if (shift < 3 || shift > 63) {
            return -1;
        }
        long whole = high >>> shift;
        long rest = high & (1L << shift) - 1;
        long half = 1L << shift - 1;
        boolean unclear = rest > half - 2 && rest <= half || whole >= QUICK_LIMIT * 10;
        return unclear ? -1 : rest > half ? whole + 1 : whole;
    }

    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    private static int length(long value) {
        int length = 1;
        while (length < POWERS.length && value >= POWERS[length]) {
            length++;
        }
        return length;
    }

    private static byte[] digits(long value, int count) {
        byte[] digits = new byte[count];
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            long tenth = rest / 10;
            digits[i] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
        }
        return digits;
    }

    private static byte[] zeros(int count) {
        byte[] zeros = new byte[count];
        java.util.Arrays.fill(zeros, (byte) '0');
        return zeros;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public int exponent() {
        return exponent;
    }

    public int count() {
        return digits.length;
    }

    /** How many digits there are but for zeros at the end. At least one. */
    public int countWithoutZeros() {
        int count = digits.length;
        while (count > 1 && digits[count - 1] == '0') {
            count--;
        }
        return count;
    }

    /** The digit at a place, counted from 0; zeros go on for ever on both sides. */
    public byte at(int place) {
        return place >= 0 && place < digits.length ? digits[place] : (byte) '0';
    }
}
