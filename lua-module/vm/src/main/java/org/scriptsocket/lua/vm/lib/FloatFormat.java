package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.DecimalDigits;
import org.scriptsocket.lua.vm.NumberText;
import org.scriptsocket.lua.vm.TextBuilder;

/** Numbers as {@code %e}, {@code %f}, {@code %g} and {@code %a} write them. */
@NullMarked
final class FloatFormat {

    private static final int DEFAULT_PRECISION = 6;
    private static final int HEX_DIGITS = 13;

    private FloatFormat() {}

    static void add(TextBuilder text, FormatItem item, double number) {
        int start = text.length();
        item.sign(text, number < 0 || number == 0 && 1 / number < 0);
        int digits = text.length();
        double size = Math.abs(number);
        if (Double.isNaN(size)) {
            text.add(item.isUpper() ? "NAN" : "nan");
        } else if (Double.isInfinite(size)) {
            text.add(item.isUpper() ? "INF" : "inf");
        } else {
            digits += finite(text, item, size);
        }
        item.pad(text, start, digits, size < Double.POSITIVE_INFINITY);
    }

    /** How much of what was added must stay before zeros. */
    private static int finite(TextBuilder text, FormatItem item, double size) {
        int precision = item.precision(DEFAULT_PRECISION);
        switch (item.conversion()) {
            case 'f' -> {
                DecimalDigits digits = DecimalDigits.places(size, precision);
                NumberText.plain(text, digits, digits.exponent() + precision, item.isAlternate());
            }
            case 'e', 'E' -> scientific(text, item, DecimalDigits.significant(size, precision + 1), precision + 1);
            case 'g', 'G' -> general(text, item, size, Math.max(precision, 1));
            default -> {
                hexadecimal(text, item, size);
                return 2;
            }
        }
        return 0;
    }

    private static void scientific(TextBuilder text, FormatItem item, DecimalDigits digits, int count) {
        NumberText.scientific(text, digits, count, item.isUpper() ? 'E' : 'e', item.isAlternate());
    }

    private static void general(TextBuilder text, FormatItem item, double size, int precision) {
        DecimalDigits digits = DecimalDigits.significant(size, precision);
        int exponent = digits.exponent();
        int count = item.isAlternate() ? precision : digits.countWithoutZeros();
        if (exponent >= -4 && exponent < precision) {
            NumberText.plain(text, digits, Math.max(count - 1, exponent), item.isAlternate());
        } else {
            scientific(text, item, digits, count);
        }
    }

    private static void hexadecimal(TextBuilder text, FormatItem item, double size) {
        long bits = Double.doubleToRawLongBits(size);
        int biased = (int) (bits >>> 52);
        long mantissa = bits & 0xfffffffffffffL | (biased == 0 ? 0 : 1L << 52);
        int digits = item.hasNoPrecision() ? shortest(mantissa) : item.precision();
        if (digits < HEX_DIGITS) {
            mantissa = rounded(mantissa, 4 * (HEX_DIGITS - digits));
        }
        String hex = String.format("%014x", mantissa);
        int exponent = size == 0 ? 0 : Math.max(biased, 1) - 1023;
        text.add(item.isUpper() ? "0X" : "0x").add(upper(item, hex.charAt(0)));
        if (digits > 0 || item.isAlternate()) {
            text.add('.');
        }
        for (int i = 1; i <= digits; i++) {
            text.add(i < hex.length() ? upper(item, hex.charAt(i)) : '0');
        }
        text.add(upper(item, 'p')).add(exponent < 0 ? '-' : '+');
        NumberText.integer(text, Math.abs(exponent));
    }

    private static char upper(FormatItem item, char letter) {
        return item.isUpper() ? Character.toUpperCase(letter) : letter;
    }

    private static int shortest(long mantissa) {
        long fraction = mantissa & 0xfffffffffffffL;
        return fraction == 0 ? 0 : HEX_DIGITS - Long.numberOfTrailingZeros(fraction) / 4;
    }

    /** To the nearest multiple of a power of two, half to even. */
    private static long rounded(long mantissa, int bits) {
        long unit = 1L << bits;
        long rest = mantissa & unit - 1;
        long down = mantissa - rest;
        boolean up = rest > unit / 2 || rest == unit / 2 && (down & unit) != 0;
        return up ? down + unit : down;
    }
}
