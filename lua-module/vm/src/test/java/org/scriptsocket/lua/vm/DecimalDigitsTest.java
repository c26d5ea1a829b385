package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalDigitsTest {

    private static final int CASES = 20_000;

    private final Random random = new Random(1);

    @Test
    void significant_digits_are_those_of_the_exact_value_rounded() {
        for (int i = 0; i < CASES; i++) {
            double value = value();
            int count = 1 + random.nextInt(20);
            BigDecimal exact = new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN));
            DecimalDigits digits = DecimalDigits.significant(value, count);
            assertThat(digits.count()).isEqualTo(count);
            assertThat(number(digits)).as("%s to %s digits", value, count).isEqualByComparingTo(exact);
        }
    }

    @Test
    void places_after_the_point_are_those_of_the_exact_value_rounded() {
        for (int i = 0; i < CASES; i++) {
            double value = value();
            int places = random.nextInt(20);
            BigDecimal exact = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
            DecimalDigits digits = DecimalDigits.places(value, places);
            assertThat(digits.count() - 1 - digits.exponent()).isEqualTo(places);
            assertThat(number(digits)).as("%s to %s places", value, places).isEqualByComparingTo(exact);
        }
    }

    @Test
    void halves_go_to_the_even_digit() {
        assertThat(number(DecimalDigits.places(0.5, 0))).isEqualByComparingTo("0");
        assertThat(number(DecimalDigits.places(1.5, 0))).isEqualByComparingTo("2");
        assertThat(number(DecimalDigits.significant(2.5, 1))).isEqualByComparingTo("2");
        assertThat(number(DecimalDigits.significant(99999.5, 5))).isEqualByComparingTo("1e5");
    }

    /** Any bits, or a number as people write them. */
    private double value() {
        double any = Math.abs(Double.longBitsToDouble(random.nextLong()));
        boolean plain = random.nextBoolean() || !(any < Double.POSITIVE_INFINITY);
        return plain ? random.nextInt(1_000_000) / Math.pow(2, random.nextInt(10)) : any;
    }

    private static BigDecimal number(DecimalDigits digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.count(); i++) {
            text.append((char) digits.at(i));
        }
        return new BigDecimal(text.toString()).scaleByPowerOfTen(digits.exponent() + 1 - digits.count());
    }
}
