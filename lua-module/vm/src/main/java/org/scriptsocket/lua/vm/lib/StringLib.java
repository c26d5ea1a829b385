package org.scriptsocket.lua.vm.lib;

import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The {@code string} library of Lua 5.1, and the separator of {@code string.rep} from 5.2. */
@NullMarked
public class StringLib extends TwoArgFunction {

    private static final int FEW = 1000;
    private static final int MOST_RESULTS = 1_000_000;

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable string = new LuaTable();
        LibraryFunction.define(string, "byte", StringLib::bytes);
        LibraryFunction.define(string, "char", StringLib::characters);
        LibraryFunction.define(string, "dump", StringLib::dump);
        LibraryFunction.define(string, "format", Format::call);
        LibraryFunction.define(
                string, "len", args -> Arguments.string(args, 1, "len").len());
        LibraryFunction.define(string, "lower", args -> cased(Arguments.string(args, 1, "lower"), 'A', 'Z'));
        LibraryFunction.define(string, "upper", args -> cased(Arguments.string(args, 1, "upper"), 'a', 'z'));
        LibraryFunction.define(string, "rep", StringLib::repeated);
        LibraryFunction.define(string, "reverse", args -> reversed(Arguments.string(args, 1, "reverse")));
        LibraryFunction.define(string, "sub", StringLib::part);
        PatternFunctions.define(string);
        if (LuaString.s_metatable == null) {
            LuaString.s_metatable = LuaValue.tableOf(new LuaValue[] {INDEX, string});
        }
        return LibraryFunction.publish(globals, "string", string);
    }

    /** An index from 1; one that is negative counts from the end, and is 0 if that is before the beginning. */
    static long index(long index, int length) {
        long counted = index < 0 ? index + length + 1 : index;
        return Math.max(counted, 0);
    }

    private static Varargs bytes(Varargs args) {
        LuaString string = Arguments.string(args, 1, "byte");
        long first = index(Arguments.integer(args, 2, "byte", 1), string.m_length);
        long last = Math.min(index(Arguments.integer(args, 3, "byte", first), string.m_length), string.m_length);
        first = Math.max(first, 1);
        if (first >= last) {
            return first == last ? valueOf(string.luaByte((int) first - 1)) : NONE;
        }
        if (last - first >= MOST_RESULTS) {
            throw new LuaError("string slice too long");
        }
        CurrentBudget.bulk(last - first);
        CurrentBudget.memory(4 * (last - first));
        LuaValue[] values = new LuaValue[(int) (last - first + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = valueOf(string.luaByte((int) first - 1 + i));
        }
        return varargsOf(values);
    }

    private static Varargs characters(Varargs args) {
        byte[] bytes = new byte[args.narg()];
        for (int i = 0; i < bytes.length; i++) {
            int code = (int) Arguments.integer(args, i + 1, "char");
            if ((code & 0xff) != code) {
                throw Arguments.error(i + 1, "char", "invalid value");
            }
            bytes[i] = (byte) code;
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs dump(Varargs args) {
        Arguments.function(args, 1, "dump");
        throw new LuaError("unable to dump given function (there is no bytecode here, only source)");
    }

    /** Changes the case of the letters from one to another. */
    private static Varargs cased(LuaString string, int from, int to) {
        CurrentBudget.string(string.m_length);
        byte[] bytes = Arrays.copyOfRange(string.m_bytes, string.m_offset, string.m_offset + string.m_length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= from && bytes[i] <= to) {
                bytes[i] ^= 0x20;
            }
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs repeated(Varargs args) {
        LuaString string = Arguments.string(args, 1, "rep");
        long count = Math.min(Arguments.integer(args, 2, "rep"), LuaString.MAX_LENGTH + 1L);
        LuaString separator = Arguments.string(args, 3, "rep", EMPTYSTRING);
        int period = string.m_length + separator.m_length;
        if (count <= 0 || period == 0) {
            return EMPTYSTRING;
        }
        if (period < 0 || count * period > longest(count)) {
            throw new LuaError("resulting string too large");
        }
        int length = (int) count * period - separator.m_length;
        CurrentBudget.string(length);
        return repeated(string, separator, length);
    }

    /** Nothing that the heap can not hold is tried; to ask for its size takes long. */
    private static long longest(long count) {
        return count < FEW
                ? LuaString.MAX_LENGTH
                : Math.min(LuaString.MAX_LENGTH, Runtime.getRuntime().maxMemory());
    }

    private static LuaString repeated(LuaString string, LuaString separator, int length) {
        byte[] bytes = new byte[length];
        string.copyInto(0, bytes, 0, string.m_length);
        int filled = string.m_length;
        if (length > filled) {
            separator.copyInto(0, bytes, filled, separator.m_length);
            filled += separator.m_length;
        }
        while (filled < length) {
            int next = Math.min(filled, length - filled);
            System.arraycopy(bytes, 0, bytes, filled, next);
            filled += next;
        }
        return LuaString.valueUsing(bytes);
    }

    private static LuaString reversed(LuaString string) {
        CurrentBudget.string(string.m_length);
        byte[] bytes = new byte[string.m_length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = string.m_bytes[string.m_offset + i];
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs part(Varargs args) {
        LuaString string = Arguments.string(args, 1, "sub");
        int length = string.m_length;
        long first = Math.max(index(Arguments.integer(args, 2, "sub"), length), 1);
        long last = Math.min(index(Arguments.integer(args, 3, "sub", -1), length), length);
        return first <= last ? string.substring((int) first - 1, (int) last) : EMPTYSTRING;
    }
}
