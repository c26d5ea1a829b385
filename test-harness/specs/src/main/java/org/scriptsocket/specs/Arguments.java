package org.scriptsocket.specs;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** What a script has given to a method, without the object before the colon. A wrong one is an error in Lua's usual words. */
record Arguments(String function, Varargs values) {

    private static final String[] KINDS = {"text", "binary"};

    boolean has(int position) {
        return !values.arg(position).isnil();
    }

    LuaValue value(int position) {
        return values.arg(position);
    }

    /** A copy of the bytes of a string. */
    byte[] bytes(int position) {
        LuaString string = string(position);
        byte[] bytes = new byte[string.m_length];
        string.copyInto(0, bytes, 0, bytes.length);
        return bytes;
    }

    String text(int position) {
        return Texts.of(string(position));
    }

    private LuaString string(int position) {
        LuaValue value = values.arg(position);
        if (!value.isstring()) {
            throw wrong(position, "string");
        }
        return value.strvalue();
    }

    int integer(int position, int least, int most) {
        return (int) integer(position, least, (long) most);
    }

    long integer(int position, long least, long most) {
        double number = number(position);
        if (number != Math.rint(number) || number < least || number > most) {
            throw bad(position, "a whole number from " + least + " to " + most + " expected, got " + shown(position));
        }
        return (long) number;
    }

    /** Of any size, but not negative. */
    double millis(int position) {
        double number = number(position);
        if (!(number >= 0)) {
            throw bad(position, "milliseconds expected, got " + shown(position));
        }
        return number;
    }

    private double number(int position) {
        LuaValue value = values.arg(position);
        if (!value.isnumber()) {
            throw wrong(position, "number");
        }
        return value.todouble();
    }

    LuaTable table(int position) {
        if (values.arg(position) instanceof LuaTable table) {
            return table;
        }
        throw wrong(position, "table");
    }

    /** A table that has no keys but these. */
    LuaTable options(int position, String... known) {
        LuaTable options = table(position);
        for (LuaValue key : options.keys()) {
            String name = Texts.of(key.tostring());
            if (!Set.of(known).contains(name)) {
                throw bad(position, "there is no option '" + name + "'" + NearNames.hint(name, Set.of(known)));
            }
        }
        return options;
    }

    /** The object of ours that a script holds, or null if it is none of this kind. */
    <T> @Nullable T object(int position, Class<T> type) {
        LuaValue value = values.arg(position);
        return value.isuserdata(type) ? type.cast(value.touserdata()) : null;
    }

    /** Whether the word {@code "binary"} stands there; {@code "text"} and nothing mean no. */
    boolean isBinary(int position) {
        if (!has(position)) {
            return false;
        }
        String kind = text(position);
        if (!kind.equals(KINDS[0]) && !kind.equals(KINDS[1])) {
            throw bad(position, "\"text\" or \"binary\" expected, got \"" + kind + "\"");
        }
        return kind.equals(KINDS[1]);
    }

    /** An error if there are more. */
    void atMost(int count) {
        if (values.narg() > count) {
            String allowed = count == 0 ? "no arguments" : count == 1 ? "one argument" : count + " arguments";
            throw new LuaError("'" + function + "' takes " + allowed + " at most, got " + values.narg());
        }
    }

    LuaError wrong(int position, String expected) {
        boolean none = values.narg() < position;
        return bad(
                position,
                expected + " expected, got "
                        + (none ? "no value" : values.arg(position).typename()));
    }

    LuaError bad(int position, String what) {
        return new LuaError("bad argument #" + position + " to '" + function + "' (" + what + ")");
    }

    private String shown(int position) {
        return Texts.of(values.arg(position).tostring());
    }
}
