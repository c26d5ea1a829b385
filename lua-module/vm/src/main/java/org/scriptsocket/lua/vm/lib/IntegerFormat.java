package org.scriptsocket.lua.vm.lib;

import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.NumberText;
import org.scriptsocket.lua.vm.TextBuilder;

/** Integers as {@code %d}, {@code %u}, {@code %o} and {@code %x} write them. */
@NullMarked
final class IntegerFormat {

    private IntegerFormat() {}

    static void signed(TextBuilder text, FormatItem item, long number) {
        int start = text.length();
        item.sign(text, number < 0);
        int digits = text.length();
        if (number == Long.MIN_VALUE) {
            text.add(Long.toUnsignedString(number));
        } else if (number != 0 || item.precision() != 0) {
            NumberText.integer(text, Math.abs(number));
        }
        finish(text, item, start, digits);
    }

    static void unsigned(TextBuilder text, FormatItem item, long number, int base) {
        int start = text.length();
        if (base == 16 && item.isAlternate() && number != 0) {
            text.add(item.isUpper() ? "0X" : "0x");
        }
        int digits = text.length();
        if (number != 0 || item.precision() != 0) {
            String plain = Long.toUnsignedString(number, base);
            text.add(item.isUpper() ? plain.toUpperCase(Locale.ROOT) : plain);
        }
        finish(text, item, start, digits);
    }

    private static void finish(TextBuilder text, FormatItem item, int start, int digits) {
        text.insert(digits, '0', item.precision() - (text.length() - digits));
        boolean octal = item.conversion() == 'o' && item.isAlternate();
        if (octal && (text.length() == digits || text.at(digits) != '0')) {
            text.insert(digits, '0', 1);
        }
        item.pad(text, start, digits, item.hasNoPrecision());
    }
}
