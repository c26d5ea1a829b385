package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0.3333333333333333, 0.33333333333333",
        "3.14159265, 3.14159265",
        "1234567.89, 1234567.89",
        "1e15, 1e+15",
        "1e100, 1e+100",
        "99999999999999, 99999999999999",
        "5e-324, 4.9406564584125e-324"
    })
    void numbers_become_text_everywhere_as_C_writes_them(double number, String text) {
        assertThat(NumberText.of(number)).isEqualTo(text);
        assertThat(LuaDouble.valueOf(number).tojstring()).isEqualTo(text);
        assertThat(LuaDouble.valueOf(number).concat(LuaValue.EMPTYSTRING).tojstring())
                .isEqualTo(text);
    }
}
