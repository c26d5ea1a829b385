package org.scriptsocket.lua.vm.lib;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The {@code math} library of Lua 5.1, and the base of {@code math.log} from 5.2. */
@NullMarked
public class MathLib extends TwoArgFunction {

    private static final double RADIANS_PER_DEGREE = Math.PI / 180;

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable math = new LuaTable();
        math.set("pi", Math.PI);
        math.set("huge", valueOf(Double.POSITIVE_INFINITY));
        rounding(math);
        powers(math);
        angles(math);
        NumbersFunction.defineJoin(math, "max", (best, next) -> next > best ? next : best);
        NumbersFunction.defineJoin(math, "min", (best, next) -> next < best ? next : best);
        new RandomNumbers(ThreadLocalRandom.current().nextLong()).define(math);
        return LibraryFunction.publish(globals, "math", math);
    }

    private static void rounding(LuaTable math) {
        NumberFunction.define(math, "abs", Math::abs);
        NumberFunction.define(math, "ceil", Math::ceil);
        NumberFunction.define(math, "floor", Math::floor);
        NumbersFunction.defineBinary(math, "fmod", (a, b) -> a % b);
        math.set("mod", math.get("fmod"));
        LibraryFunction.define(math, "modf", args -> parts(Arguments.number(args, 1, "modf")));
    }

    private static void powers(LuaTable math) {
        NumberFunction.define(math, "exp", Math::exp);
        LibraryFunction.define(math, "log", MathLib::log);
        NumberFunction.define(math, "log10", Math::log10);
        NumberFunction.define(math, "sqrt", Math::sqrt);
        NumbersFunction.defineBinary(math, "pow", MathLib::power);
        LibraryFunction.define(math, "frexp", args -> binary(Arguments.number(args, 1, "frexp")));
        LibraryFunction.define(
                math,
                "ldexp",
                args -> valueOf(
                        Math.scalb(Arguments.number(args, 1, "ldexp"), (int) Arguments.integer(args, 2, "ldexp"))));
    }

    private static void angles(LuaTable math) {
        NumberFunction.define(math, "deg", angle -> angle / RADIANS_PER_DEGREE);
        NumberFunction.define(math, "rad", angle -> angle * RADIANS_PER_DEGREE);
        NumberFunction.define(math, "sin", Math::sin);
        NumberFunction.define(math, "cos", Math::cos);
        NumberFunction.define(math, "tan", Math::tan);
        NumberFunction.define(math, "asin", Math::asin);
        NumberFunction.define(math, "acos", Math::acos);
        NumberFunction.define(math, "atan", Math::atan);
        NumbersFunction.defineBinary(math, "atan2", Math::atan2);
        NumberFunction.define(math, "sinh", Math::sinh);
        NumberFunction.define(math, "cosh", Math::cosh);
        NumberFunction.define(math, "tanh", Math::tanh);
    }

    private static Varargs log(Varargs args) {
        double number = Arguments.number(args, 1, "log");
        if (args.isnoneornil(2)) {
            return valueOf(Math.log(number));
        }
        double base = Arguments.number(args, 2, "log");
        return valueOf(base == 10 ? Math.log10(number) : Math.log(number) / Math.log(base));
    }

    /** As C has it, where 1 to any power, and -1 to an infinite one, is 1. */
    public static double power(double base, double exponent) {
        if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
            return 1;
        }
        return base <= 0 && Math.abs(exponent) >= 0x1p51 ? signedPower(base, exponent) : Math.pow(base, exponent);
    }

    /** Java's own does not tell odd exponents of that size from others. */
    private static double signedPower(double base, double exponent) {
        if (base < 0 && base > Double.NEGATIVE_INFINITY && exponent != Math.rint(exponent)) {
            return Double.NaN;
        }
        double size = Math.pow(Math.abs(base), exponent);
        boolean negative = base < 0 || 1 / base < 0;
        return negative && Math.abs(exponent % 2) == 1 ? -size : size;
    }

    private static Varargs parts(double number) {
        double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
        double rest = Double.isInfinite(number) ? 0 : number - whole;
        return varargsOf(valueOf(whole), valueOf(Math.copySign(rest, number)));
    }

    private static Varargs binary(double number) {
        if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
            return varargsOf(valueOf(number), ZERO);
        }
        boolean subnormal = Math.getExponent(number) < Double.MIN_EXPONENT;
        int exponent = subnormal ? Math.getExponent(number * 0x1p54) - 53 : Math.getExponent(number) + 1;
        double fraction = subnormal ? Math.scalb(number * 0x1p54, -54 - exponent) : Math.scalb(number, -exponent);
        return varargsOf(valueOf(fraction), valueOf(exponent));
    }
}
