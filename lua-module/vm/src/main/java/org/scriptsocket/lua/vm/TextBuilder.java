package org.scriptsocket.lua.vm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/** Bytes that become a string. */
@NullMarked
public final class TextBuilder {

    private byte[] bytes;
    private int length;

    public TextBuilder(int capacity) {
        bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    public TextBuilder add(int character) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) character;
        return this;
    }

    public TextBuilder add(byte[] source, int start, int count) {
        room(count);
        System.arraycopy(source, start, bytes, length, count);
        length += count;
        return this;
    }

    public TextBuilder add(LuaString text) {
        return add(text.m_bytes, text.m_offset, text.m_length);
    }

    /** A text of ASCII. */
    public TextBuilder add(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** The last so many decimal digits of a number that is not negative. */
    void digits(long number, int count) {
        room(count);
        long rest = number;
        for (int i = length + count - 1; i >= length; i--) {
            long tens = rest / 10;
            bytes[i] = (byte) ('0' + rest - 10 * tens);
            rest = tens;
        }
        length += count;
    }

    /** The same character a number of times; none if that is negative. */
    public TextBuilder fill(int character, int count) {
        return insert(length, character, count);
    }

    /** The same before what stands at an offset. */
    public TextBuilder insert(int offset, int character, int count) {
        if (count > 0) {
            room(count);
            System.arraycopy(bytes, offset, bytes, offset + count, length - offset);
            Arrays.fill(bytes, offset, offset + count, (byte) character);
            length += count;
        }
        return this;
    }

    /** Cuts off what stands from an offset on. */
    public void cut(int offset) {
        length = offset;
    }

    public byte at(int offset) {
        return bytes[offset];
    }

    public LuaString string() {
        CurrentBudget.string(length);
        return LuaString.valueUsing(Arrays.copyOf(bytes, length));
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void room(int count) {
        if (count > bytes.length - length) {
            grow(count);
        }
    }

    private void grow(int count) {
        long least = (long) length + count;
        if (least > LuaString.MAX_LENGTH) {
            throw new LuaError("string length overflow");
        }
        CurrentBudget.string(least);
        bytes = Arrays.copyOf(bytes, (int) Math.min(LuaString.MAX_LENGTH, Math.max(2 * least, 32)));
    }
}
