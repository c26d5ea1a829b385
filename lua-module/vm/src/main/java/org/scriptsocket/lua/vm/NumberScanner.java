package org.scriptsocket.lua.vm;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as Lua 5.1 does with C's {@code strtod}: decimal, hexadecimal with fraction and binary exponent, {@code inf} and
 * {@code nan}, blanks around, and nothing after a NUL.
 */
@NullMarked
public final class NumberScanner {

    private static final double[] EXACT_POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    /** More hexadecimal digits than a double has. */
    private static final int SIGNIFICANT = 20;

    private static final long LARGEST_EXACT = 1L << 53;

    private final byte[] text;
    private final int end;
    private int at;

    private NumberScanner(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** The number that the whole text is, or null if it is none. */
    public static @Nullable LuaNumber number(byte[] text, int start, int length) {
        CurrentBudget.bulk(length);
        return new NumberScanner(text, start, start + length).whole();
    }

    /** The same for a text of ASCII, such as a numeral in a script. */
    public static @Nullable LuaNumber number(String numeral) {
        byte[] text = numeral.getBytes(StandardCharsets.UTF_8);
        return number(text, 0, text.length);
    }

    /** The integer that the whole text is in a base from 2 to 36, as C's {@code strtoul} reads it, or null if it is none. */
    public static @Nullable LuaNumber integer(byte[] text, int start, int length, int base) {
        CurrentBudget.bulk(length);
        return new NumberScanner(text, start, start + length).integer(base);
    }

    private @Nullable LuaNumber integer(int base) {
        skipBlanks();
        boolean negative = skipSign();
        if (base == 16 && peek() == '0' && (peek(1) | 0x20) == 'x' && isHexDigit(peek(2))) {
            at += 2;
        }
        int start = at;
        boolean tooLarge = false;
        long value = 0;
        for (int digit = digit(base); digit >= 0; digit = digit(base)) {
            tooLarge |= Long.compareUnsigned(value, Long.divideUnsigned(-1 - digit, base)) > 0;
            value = value * base + digit;
            at++;
        }
        boolean any = at > start;
        skipBlanks();
        return any && atEnd() ? unsigned(tooLarge ? -1 : negative ? -value : value) : null;
    }

    private int digit(int base) {
        int c = peek();
        int digit = isDigit(c) ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (c | 0x20) - 'a' + 10 : base;
        return digit < base ? digit : -1;
    }

    private static LuaNumber unsigned(long value) {
        return LuaDouble.valueOf(value >= 0 ? value : 2.0 * (value >>> 1 | value & 1));
    }

    private @Nullable LuaNumber whole() {
        skipBlanks();
        boolean negative = skipSign();
        double size = size();
        if (size < 0) {
            return null;
        }
        skipBlanks();
        return atEnd() ? LuaDouble.valueOf(negative ? -size : size) : null;
    }

    private boolean skipSign() {
        boolean negative = peek() == '-';
        if (negative || peek() == '+') {
            at++;
        }
        return negative;
    }

    /** C's strings end at a NUL. */
    private boolean atEnd() {
        return at >= end || text[at] == 0;
    }

    /** Negative if there is none. */
    private double size() {
        if (peek() == '0' && (peek(1) | 0x20) == 'x' && isHexNumeral()) {
            at += 2;
            return hexadecimal();
        }
        return isDigit(peek()) || peek() == '.' && isDigit(peek(1)) ? decimal() : word();
    }

    private boolean isHexNumeral() {
        return isHexDigit(peek(2)) || peek(2) == '.' && isHexDigit(peek(3));
    }

    private double decimal() {
        int start = at;
        long significand = 0;
        int scale = 0;
        boolean pointSeen = false;
        for (int c = peek(); isDigit(c) || c == '.' && !pointSeen; c = peek()) {
            if (c == '.') {
                pointSeen = true;
            } else {
                significand = significand < LARGEST_EXACT / 10 ? significand * 10 + c - '0' : LARGEST_EXACT;
                scale += pointSeen ? 1 : 0;
            }
            at++;
        }
        int exponent = exponent('e') - scale;
        if (significand < LARGEST_EXACT && Math.abs(exponent) < EXACT_POWERS.length) {
            return exponent < 0 ? significand / EXACT_POWERS[-exponent] : significand * EXACT_POWERS[exponent];
        }
        return Double.parseDouble(latin(start));
    }

    private double hexadecimal() {
        int start = at;
        boolean pointSeen = false;
        long value = 0;
        for (int c = peek(); isHexDigit(c) || c == '.' && !pointSeen; c = peek()) {
            pointSeen |= c == '.';
            value = value << 4 | Character.digit(c, 16);
            at++;
        }
        if (!pointSeen && at - start < 16 && (peek() | 0x20) != 'p') {
            return value;
        }
        String mantissa = latin(start);
        long exponent = exponent('p');
        return hexadecimal(mantissa, exponent);
    }

    /** Java reads a long one slowly: what stands behind the first digits decides only whether there is more than nothing. */
    private static double hexadecimal(String mantissa, long exponent) {
        int point = mantissa.indexOf('.') < 0 ? mantissa.length() : mantissa.indexOf('.');
        String digits = mantissa.replace(".", "");
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        int last = Math.min(digits.length(), zeros + SIGNIFICANT);
        boolean more = digits.chars().skip(last).anyMatch(digit -> digit != '0');
        String shortened = digits.substring(zeros, last) + (more ? "1" : "");
        // The point stands before the first of these digits.
        long power = exponent + 4L * (point - zeros);
        return shortened.isEmpty() ? 0 : Double.parseDouble("0x0." + shortened + "p" + power);
    }

    /** 0 if there is none. One that is too long for an int is the largest. */
    private int exponent(int letter) {
        boolean signed = peek(1) == '-' || peek(1) == '+';
        if ((peek() | 0x20) != letter || !isDigit(peek(signed ? 2 : 1))) {
            return 0;
        }
        boolean negative = peek(1) == '-';
        at += signed ? 2 : 1;
        int exponent = 0;
        for (; isDigit(peek()); at++) {
            exponent = Math.min(10 * exponent + peek() - '0', 100_000_000);
        }
        return negative ? -exponent : exponent;
    }

    private double word() {
        if (skip("nan")) {
            skipNanNumber();
            return Double.NaN;
        }
        if (skip("infinity") || skip("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        return -1;
    }

    private boolean skip(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((peek(i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    /** C takes {@code nan(123)} too. */
    private void skipNanNumber() {
        if (peek() == '(') {
            int i = 1;
            while (isHexDigit(peek(i)) || (peek(i) | 0x20) > 'f' && (peek(i) | 0x20) <= 'z' || peek(i) == '_') {
                i++;
            }
            at += peek(i) == ')' ? i + 1 : 0;
        }
    }

    private void skipBlanks() {
        while (at < end && isBlank(text[at])) {
            at++;
        }
    }

    static boolean isBlank(int character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isHexDigit(int character) {
        return isDigit(character) || (character | 0x20) >= 'a' && (character | 0x20) <= 'f';
    }

    private int peek() {
        return peek(0);
    }

    private int peek(int ahead) {
        return at + ahead < end ? text[at + ahead] & 0xff : 0;
    }

    private String latin(int from) {
        return new String(text, from, at - from, StandardCharsets.ISO_8859_1);
    }
}
