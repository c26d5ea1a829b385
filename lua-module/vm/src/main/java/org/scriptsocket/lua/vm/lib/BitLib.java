package org.scriptsocket.lua.vm.lib;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** LuaJIT's {@code bit} library: operations on 32 bits, of which the results are signed. */
@NullMarked
public final class BitLib extends TwoArgFunction {

    private static final int ALL_DIGITS = 8;

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable bit = new LuaTable();
        one(bit, "tobit", bits -> bits);
        one(bit, "bnot", bits -> ~bits);
        one(bit, "bswap", Integer::reverseBytes);
        all(bit, "band", (a, b) -> a & b);
        all(bit, "bor", (a, b) -> a | b);
        all(bit, "bxor", (a, b) -> a ^ b);
        // Java takes the five lowest bits of the count, as LuaJIT does.
        two(bit, "lshift", (bits, count) -> bits << count);
        two(bit, "rshift", (bits, count) -> bits >>> count);
        two(bit, "arshift", (bits, count) -> bits >> count);
        two(bit, "rol", Integer::rotateLeft);
        two(bit, "ror", Integer::rotateRight);
        LibraryFunction.define(bit, "tohex", BitLib::hexadecimal);
        return LibraryFunction.publish(globals, "bit", bit);
    }

    private static void one(LuaTable bit, String name, IntUnaryOperator operator) {
        LibraryFunction.define(bit, name, args -> valueOf(operator.applyAsInt(Bits.of(args, 1, name))));
    }

    private static void two(LuaTable bit, String name, IntBinaryOperator operator) {
        LibraryFunction.define(
                bit, name, args -> valueOf(operator.applyAsInt(Bits.of(args, 1, name), Bits.of(args, 2, name))));
    }

    private static void all(LuaTable bit, String name, IntBinaryOperator operator) {
        LibraryFunction.define(bit, name, args -> valueOf(Bits.join(args, name, operator)));
    }

    /** The lowest digits, as many as asked for; in capitals if that number is negative. */
    private static Varargs hexadecimal(Varargs args) {
        int bits = Bits.of(args, 1, "tohex");
        int asked = args.narg() < 2 ? ALL_DIGITS : Bits.of(args, 2, "tohex");
        String letters = asked < 0 ? "0123456789ABCDEF" : "0123456789abcdef";
        byte[] digits = new byte[Math.max(0, Math.min(Math.abs(asked), ALL_DIGITS))];
        for (int i = 0; i < digits.length; i++) {
            digits[digits.length - 1 - i] = (byte) letters.charAt(bits >>> 4 * i & 0xf);
        }
        return LuaString.valueUsing(digits);
    }
}
