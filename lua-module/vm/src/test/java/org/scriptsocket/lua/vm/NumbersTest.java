package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final int[] BORDERS = {0, 1, -1, 2, 46341, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE, -46341};

    @Test
    void integers_compute_as_doubles_do() {
        for (int a : BORDERS) {
            for (int b : BORDERS) {
                compare(a, b);
            }
        }
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            compare(random.nextInt(), random.nextInt());
        }
    }

    private static void compare(int a, int b) {
        LuaValue x = LuaInteger.valueOf(a);
        LuaValue y = LuaInteger.valueOf(b);
        same(x.add(y), (double) a + b);
        same(x.sub(y), (double) a - b);
        same(x.sub(b), (double) a - b);
        same(x.mul(y), (double) a * b);
        same(x.div(y), (double) a / b);
        same(x.mod(y), a - b * Math.floor((double) a / b));
        same(x.neg(), -(double) a);
    }

    private static void same(LuaValue result, Double expected) {
        assertThat(Double.valueOf(result.todouble())).isEqualTo(expected);
    }

    @Test
    void the_negative_zero_stays_one_and_is_the_key_0() {
        LuaValue zero = LuaDouble.valueOf(-0.0);
        assertThat(zero.tojstring()).isEqualTo("-0");
        assertThat(LuaValue.valueOf(1).div(zero).tojstring()).isEqualTo("-inf");
        LuaTable table = new LuaTable();
        table.set(zero, LuaValue.valueOf("here"));
        assertThat(table.get(0).tojstring()).isEqualTo("here");
        table.set(0, LuaValue.valueOf("there"));
        assertThat(table.get(zero).tojstring()).isEqualTo("there");
        assertThat(table.keyCount()).isEqualTo(1);
    }

    @Test
    void powers_are_those_of_C_where_java_differs() {
        assertThat(LuaValue.valueOf(1).pow(LuaDouble.NAN).todouble()).isEqualTo(1);
        assertThat(LuaValue.valueOf(-1).pow(LuaDouble.NEGINF).todouble()).isEqualTo(1);
        assertThat(LuaDouble.valueOf(-0.0).pow(-3921852232386289.0).todouble()).isNegative();
        assertThat(LuaDouble.NEGINF.pow(-2976531972166398.5).tojstring()).isEqualTo("0");
    }
}
