package org.scriptsocket.lua.vm;

import org.jspecify.annotations.NullMarked;

/** Numbers as Lua writes them, by {@code %.14g}; LuaJ goes through {@code float}. */
@NullMarked
public final class NumberText {

    private static final int DIGITS = 14;
    private static final int LONGEST = 24;
    /** Of a long. */
    private static final int MOST_DIGITS = 19;

    private NumberText() {}

    public static String of(double number) {
        return text(number).toString();
    }

    static LuaString string(double number) {
        return text(number).string();
    }

    static LuaString string(int number) {
        long size = Math.abs((long) number);
        int sign = number < 0 ? 1 : 0;
        byte[] text = new byte[sign + count(size)];
        text[0] = '-';
        for (int i = text.length - 1; i >= sign; i--) {
            text[i] = (byte) ('0' + size % 10);
            size /= 10;
        }
        return LuaString.valueUsing(text);
    }

    private static TextBuilder text(double number) {
        TextBuilder text = new TextBuilder(LONGEST);
        double size = Math.abs(number);
        if (size < 1e14 && size == (long) size) {
            integer(text, number, size);
        } else if (Double.isNaN(number)) {
            text.add("nan");
        } else {
            if (number < 0) {
                text.add('-');
            }
            magnitude(text, size);
        }
        return text;
    }

    private static void integer(TextBuilder text, double number, double size) {
        if (number < 0 || 1 / number < 0) {
            text.add('-');
        }
        integer(text, (long) size);
    }

    private static void magnitude(TextBuilder text, double size) {
        if (Double.isInfinite(size)) {
            text.add("inf");
            return;
        }
        DecimalDigits digits = DecimalDigits.significant(size, DIGITS);
        int exponent = digits.exponent();
        if (exponent >= -4 && exponent < DIGITS) {
            plain(text, digits, Math.max(digits.countWithoutZeros() - 1, exponent), false);
        } else {
            scientific(text, digits, digits.countWithoutZeros(), 'e', false);
        }
    }

    /** As {@code %f} writes it, to the digit at a place. */
    public static void plain(TextBuilder text, DecimalDigits digits, int last, boolean point) {
        int units = digits.exponent();
        for (int i = Math.min(0, units); i <= last; i++) {
            text.add(digits.at(i));
            if (i == units && (i < last || point)) {
                text.add('.');
            }
        }
    }

    /** As {@code %e} writes it, with that many digits. */
    public static void scientific(TextBuilder text, DecimalDigits digits, int count, int letter, boolean point) {
        for (int i = 0; i < count; i++) {
            text.add(digits.at(i));
            if (i == 0 && (count > 1 || point)) {
                text.add('.');
            }
        }
        int exponent = digits.exponent();
        text.add(letter).add(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            text.add('0');
        }
        integer(text, Math.abs(exponent));
    }

    /** Any but the smallest long. */
    public static void integer(TextBuilder text, long number) {
        if (number < 0) {
            text.add('-');
        }
        long rest = Math.abs(number);
        text.digits(rest, count(rest));
    }

    private static int count(long number) {
        int count = 1;
        for (long limit = 10; count < MOST_DIGITS && number >= limit; limit *= 10) {
            count++;
        }
        return count;
    }
}
