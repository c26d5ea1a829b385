package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.TextBuilder;
import org.scriptsocket.lua.vm.Varargs;

/** One call of {@code string.format}. */
@NullMarked
final class Format {

    /** From this length on a string is written as it is, if no precision says otherwise. */
    private static final int LONG_STRING = 100;

    private final Varargs args;
    private final TextBuilder text;
    private int argument = 1;

    private Format(Varargs args, int length) {
        this.args = args;
        this.text = new TextBuilder(length + 32);
    }

    /** For the arguments of {@code string.format}. */
    static Varargs call(Varargs args) {
        LuaString format = Arguments.string(args, 1, "format");
        return new Format(args, format.m_length).run(format);
    }

    private LuaValue run(LuaString format) {
        int from = 0;
        for (int percent = next(format, 0); percent >= 0; percent = next(format, from)) {
            text.add(format.m_bytes, format.m_offset + from, percent - from);
            if (percent + 1 < format.m_length && format.luaByte(percent + 1) == '%') {
                text.add('%');
                from = percent + 2;
            } else {
                from = item(format, percent + 1);
            }
        }
        if (from < format.m_length) {
            text.add(format.m_bytes, format.m_offset + from, format.m_length - from);
        }
        return text.string();
    }

    private static int next(LuaString format, int from) {
        return format.indexOf((byte) '%', from);
    }

    private int item(LuaString format, int start) {
        argument++;
        if (argument > args.narg()) {
            throw Arguments.error(argument, "format", "no value");
        }
        FormatItem item = new FormatItem(format, start);
        add(item);
        return item.end();
    }

    private void add(FormatItem item) {
        switch (item.conversion()) {
            case 'd', 'i' -> IntegerFormat.signed(text, item, integer());
            case 'u' -> IntegerFormat.unsigned(text, item, unsigned(), 10);
            case 'o' -> IntegerFormat.unsigned(text, item, unsigned(), 8);
            case 'x', 'X' -> IntegerFormat.unsigned(text, item, unsigned(), 16);
            case 'e', 'E', 'f', 'g', 'G', 'a', 'A' -> FloatFormat.add(text, item, number());
            case 'c' -> character(item);
            case 's' -> string(item);
            case 'q' -> quoted(Arguments.string(args, argument, "format"));
            default -> throw new LuaError("invalid option '%" + item.letter() + "' to 'format'");
        }
    }

    private double number() {
        return Arguments.number(args, argument, "format");
    }

    private long integer() {
        return Arguments.integer(number());
    }

    /** As gcc makes unsigned numbers of doubles on x86-64. */
    private long unsigned() {
        double number = number();
        return number >= 0x1p63 ? Arguments.integer(number - 0x1p63) ^ Long.MIN_VALUE : Arguments.integer(number);
    }

    /** A NUL ends what C writes, so it and the blanks after it are missing. */
    private void character(FormatItem item) {
        int start = text.length();
        double number = number();
        int code = number > -0x1p31 - 1 && number < 0x1p31 ? (int) number & 0xff : 0;
        text.add(code);
        item.pad(text, start, start, false);
        if (code == 0) {
            text.cut(item.isLeft() ? start : text.length() - 1);
        }
    }

    private void string(FormatItem item) {
        LuaString string = ToString.text(args.arg(argument));
        int precision = item.precision();
        if (item.hasNoPrecision() && string.m_length >= LONG_STRING) {
            text.add(string);
            return;
        }
        int nul = string.indexOf((byte) 0, 0);
        int length = nul < 0 ? string.m_length : nul;
        int start = text.length();
        text.add(string.m_bytes, string.m_offset, item.hasNoPrecision() ? length : Math.min(length, precision));
        item.pad(text, start, start, false);
    }

    private void quoted(LuaString string) {
        text.add('"');
        for (int i = 0; i < string.m_length; i++) {
            int c = string.luaByte(i);
            switch (c) {
                case '"', '\\', '\n' -> text.add('\\').add(c);
                case '\r' -> text.add("\\r");
                case 0 -> text.add("\\000");
                default -> text.add(c);
            }
        }
        text.add('"');
    }
}
