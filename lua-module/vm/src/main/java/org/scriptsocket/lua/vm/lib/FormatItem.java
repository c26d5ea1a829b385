package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.TextBuilder;

/** What stands after a {@code %} in a format: flags, width, precision and the letter of the conversion. */
@NullMarked
final class FormatItem {

    private static final String FLAGS = "-+ #0";
    private static final int NO_PRECISION = -1;

    private final LuaString format;
    private final int flags;
    private final int width;
    private final int precision;
    private final int conversion;
    private int at;

    /** @param start after the {@code %} */
    FormatItem(LuaString format, int start) {
        this.format = format;
        this.at = start;
        this.flags = scanFlags();
        this.width = scanNumber();
        this.precision = scanPrecision();
        if (isDigit()) {
            throw new LuaError("invalid format (width or precision too long)");
        }
        this.conversion = peek();
        this.at++;
    }

    private int scanFlags() {
        int start = at;
        int found = 0;
        for (int flag = FLAGS.indexOf(peek()); flag >= 0; flag = FLAGS.indexOf(peek())) {
            found |= 1 << flag;
            at++;
        }
        if (at - start > FLAGS.length()) {
            throw new LuaError("invalid format (repeated flags)");
        }
        return found;
    }

    /** Two digits at most. */
    private int scanNumber() {
        int number = 0;
        for (int i = 0; i < 2 && isDigit(); i++) {
            number = 10 * number + peek() - '0';
            at++;
        }
        return number;
    }

    private int scanPrecision() {
        if (peek() != '.') {
            return NO_PRECISION;
        }
        at++;
        return scanNumber();
    }

    private boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    private int peek() {
        return at < format.m_length ? format.luaByte(at) : 0;
    }

    /** Where the format goes on. */
    int end() {
        return at;
    }

    int conversion() {
        return conversion;
    }

    /** The letter of the conversion, for an error; C shows nothing for a NUL. */
    String letter() {
        return conversion == 0
                ? ""
                : LuaString.valueOf(new byte[] {(byte) conversion}).tojstring();
    }

    boolean isUpper() {
        return (conversion & 0x20) == 0;
    }

    boolean isLeft() {
        return has('-');
    }

    boolean isAlternate() {
        return has('#');
    }

    private boolean has(char flag) {
        return (flags & 1 << FLAGS.indexOf(flag)) != 0;
    }

    boolean hasNoPrecision() {
        return precision == NO_PRECISION;
    }

    /** -1 if there is none. */
    int precision() {
        return precision;
    }

    int precision(int otherwise) {
        return hasNoPrecision() ? otherwise : precision;
    }

    /** Adds the sign of a number, or what the flags put in the place of a plus. */
    void sign(TextBuilder text, boolean negative) {
        if (negative) {
            text.add('-');
        } else if (has('+')) {
            text.add('+');
        } else if (has(' ')) {
            text.add(' ');
        }
    }

    /**
     * Brings an item to its width.
     *
     * @param start where the item begins
     * @param digits where zeros may be put into it
     */
    void pad(TextBuilder text, int start, int digits, boolean zeros) {
        int missing = width - (text.length() - start);
        if (missing <= 0) {
            return;
        }
        if (isLeft()) {
            text.fill(' ', missing);
        } else if (zeros && has('0')) {
            text.insert(digits, '0', missing);
        } else {
            text.insert(start, ' ', missing);
        }
    }
}
