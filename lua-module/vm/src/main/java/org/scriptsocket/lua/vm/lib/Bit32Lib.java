package org.scriptsocket.lua.vm.lib;

import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Lua 5.2's {@code bit32} library: operations on 32 bits, of which the results are not negative. */
@NullMarked
public class Bit32Lib extends TwoArgFunction {

    private static final int SIZE = 32;

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable bit32 = new LuaTable();
        LibraryFunction.define(bit32, "band", args -> unsigned(and(args, "band")));
        LibraryFunction.define(bit32, "btest", args -> valueOf(and(args, "btest") != 0));
        LibraryFunction.define(bit32, "bor", args -> unsigned(join(args, "bor", 0, (a, b) -> a | b)));
        LibraryFunction.define(bit32, "bxor", args -> unsigned(join(args, "bxor", 0, (a, b) -> a ^ b)));
        LibraryFunction.define(bit32, "bnot", args -> unsigned(~Bits.of(args, 1, "bnot")));
        shift(bit32, "lshift", Bit32Lib::shifted);
        shift(bit32, "rshift", (bits, count) -> shifted(bits, -count));
        shift(
                bit32,
                "arshift",
                (bits, count) -> bits >= 0 || count < 0 ? shifted(bits, -count) : bits >> Math.min(count, SIZE - 1));
        shift(bit32, "lrotate", Integer::rotateLeft);
        shift(bit32, "rrotate", Integer::rotateRight);
        LibraryFunction.define(bit32, "extract", Bit32Lib::extract);
        LibraryFunction.define(bit32, "replace", Bit32Lib::replace);
        return LibraryFunction.publish(globals, "bit32", bit32);
    }

    private static LuaValue unsigned(int bits) {
        return valueOf((double) Integer.toUnsignedLong(bits));
    }

    private static int and(Varargs args, String name) {
        return join(args, name, -1, (a, b) -> a & b);
    }

    private static int join(Varargs args, String name, int none, IntBinaryOperator operator) {
        return args.narg() == 0 ? none : Bits.join(args, name, operator);
    }

    private static void shift(LuaTable bit32, String name, IntBinaryOperator operator) {
        LibraryFunction.define(
                bit32, name, args -> unsigned(operator.applyAsInt(Bits.of(args, 1, name), count(args, 2, name))));
    }

    private static int count(Varargs args, int position, String name) {
        return (int) Arguments.integer(args, position, name);
    }

    /** To the left; to the right if the count is negative. */
    private static int shifted(int bits, int count) {
        if (count <= -SIZE || count >= SIZE) {
            return 0;
        }
        return count < 0 ? bits >>> -count : bits << count;
    }

    private static Varargs extract(Varargs args) {
        int bits = Bits.of(args, 1, "extract");
        int field = field(args, 2, "extract");
        return unsigned(bits >>> field & mask(width(args, 3, field, "extract")));
    }

    private static Varargs replace(Varargs args) {
        int bits = Bits.of(args, 1, "replace");
        int value = Bits.of(args, 2, "replace");
        int field = field(args, 3, "replace");
        int mask = mask(width(args, 4, field, "replace"));
        return unsigned(bits & ~(mask << field) | (value & mask) << field);
    }

    private static int mask(int width) {
        return -1 >>> SIZE - width;
    }

    private static int field(Varargs args, int position, String name) {
        int field = count(args, position, name);
        if (field < 0) {
            throw Arguments.error(position, name, "field cannot be negative");
        }
        return field;
    }

    private static int width(Varargs args, int position, int field, String name) {
        int width = (int) Arguments.integer(args, position, name, 1);
        if (width <= 0) {
            throw Arguments.error(position, name, "width must be positive");
        }
        if ((long) field + width > SIZE) {
            throw new LuaError("trying to access non-existent bits");
        }
        return width;
    }
}
