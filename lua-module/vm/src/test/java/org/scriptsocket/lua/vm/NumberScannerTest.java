package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannerTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "' 1.5 ', 1.5",
        "-1e3, -1000",
        "+.5, 0.5",
        "5., 5",
        "0x10, 16",
        "-0X1F, -31",
        "0x.8p1, 1",
        "0x1p-4, 0.0625",
        "inf, Infinity",
        "-Infinity, -Infinity",
        "nan, NaN",
        "nan(12), NaN",
        "1e400, Infinity",
        "1e-400, 0",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "0xffffffffffffffff, 18446744073709551615"
    })
    void numerals_are_read_as_C_reads_them(String text, Double number) {
        assertThat(LuaString.valueOf(text).tonumber().todouble()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", ".", "1e", "1e+", "0x", "0x.", "0xg", "0x1p", "1 2", "1x", "infi", "nan(", "- 1", "1d",
                "1f"
            })
    void what_is_no_numeral_is_no_number(String text) {
        assertThat(LuaString.valueOf(text).tonumber()).isSameAs(LuaValue.NIL);
        assertThat(LuaString.valueOf(text).isnumber()).isFalse();
    }

    @Test
    void a_text_ends_at_its_first_NUL() {
        assertThat(LuaString.valueOf("1\0abc").tonumber().todouble()).isEqualTo(1);
        assertThat(LuaString.valueOf("\0").tonumber().isnil()).isTrue();
    }

    @Test
    void what_java_writes_is_read_back() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(number)) {
                String text = Double.toString(number).replace("Infinity", "inf");
                assertThat(LuaString.valueOf(text).tonumber().todouble()).isEqualTo(number);
            }
        }
    }
}
