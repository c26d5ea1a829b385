package org.scriptsocket.lua.vm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.NullMarked;

/** Numbers as Lua writes them, by {@code %.14g}; LuaJ goes through {@code float}. */
@NullMarked
public final class NumberText {

    private static final MathContext DIGITS = new MathContext(14, RoundingMode.HALF_EVEN);

    private NumberText() {}

    public static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e14) {
            return number == 0 && 1 / number < 0 ? "-0" : Long.toString((long) number);
        }
        if (Double.isNaN(number)) {
            return "nan";
        }
        return Double.isInfinite(number) ? (number < 0 ? "-inf" : "inf") : general(number);
    }

    private static String general(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS.getPrecision()) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (number < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + power;
    }
}
