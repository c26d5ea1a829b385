package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;

/** The classes of bytes that patterns know, {@code %a} and its like, as C has them in its own locale: bytes over 127 are in none. */
@NullMarked
final class CharacterClass {

    /** The letters of the classes; the place of one is its bit in the table. */
    private static final String LETTERS = "acdglpsuwxz";

    /** The bits of the classes that a byte is in. */
    private static final short[] CLASSES = classes();
    /** The bit of the class that a letter stands for, 0 if none. */
    private static final short[] BITS = bits();

    private CharacterClass() {}

    private static short[] classes() {
        short[] classes = new short[256];
        for (int character = 0; character < 128; character++) {
            for (int i = 0; i < LETTERS.length(); i++) {
                classes[character] |= (short) (has(LETTERS.charAt(i), character) ? 1 << i : 0);
            }
        }
        return classes;
    }

    private static short[] bits() {
        short[] bits = new short[256];
        for (int i = 0; i < LETTERS.length(); i++) {
            bits[LETTERS.charAt(i)] = (short) (1 << i);
            bits[Character.toUpperCase(LETTERS.charAt(i))] = (short) (1 << i);
        }
        return bits;
    }

    private static boolean has(char letter, int c) {
        boolean graphic = c > ' ' && c < 127;
        boolean digit = c >= '0' && c <= '9';
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        return switch (letter) {
            case 'a' -> lower || upper;
            case 'c' -> c < ' ' || c == 127;
            case 'd' -> digit;
            case 'g' -> graphic;
            case 'l' -> lower;
            case 'p' -> graphic && !digit && !lower && !upper;
            case 's' -> c == ' ' || c >= '\t' && c <= '\r';
            case 'u' -> upper;
            case 'w' -> digit || lower || upper;
            case 'x' -> digit || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
            default -> c == 0;
        };
    }

    /** Whether {@code %} and a character match a byte. What is no letter of a class stands for itself. */
    static boolean matches(int escaped, int character) {
        int bit = BITS[escaped];
        if (bit == 0) {
            return escaped == character;
        }
        // Capital letters stand for what is not in the class.
        return ((CLASSES[character] & bit) != 0) == ((escaped & 0x20) != 0);
    }
}
