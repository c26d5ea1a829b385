package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LuaStringTest {

    private static final String TEXT = "a\u00e9\u20ac\ud83d\ude00";

    @Test
    void texts_of_java_are_utf8_both_ways() {
        LuaString string = LuaString.valueOf(TEXT);
        assertThat(string.m_bytes).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(string.tojstring()).isEqualTo(TEXT);
        assertThat(string.isValidUtf8()).isTrue();
        assertThat(LuaString.valueOf(new byte[] {'a', (byte) 0xff}).isValidUtf8())
                .isFalse();
        assertThat(new Buffer().append(TEXT).tostring()).isEqualTo(string);
    }

    @Test
    void strings_are_compared_by_bytes_without_a_sign() {
        LuaString low = LuaString.valueOf(new byte[] {127});
        LuaString high = LuaString.valueOf(new byte[] {(byte) 128});
        assertThat(low.lt_b(high)).isTrue();
        assertThat(high.lt_b(low)).isFalse();
        assertThat(low.strcmp(high)).isNegative();
    }

    @Test
    void a_buffer_may_grow_after_its_string_was_taken() {
        Buffer buffer = new Buffer(2).append("ab");
        LuaString before = buffer.tostring();
        LuaString after = buffer.append("c").tostring();
        assertThat(before.tojstring()).isEqualTo("ab");
        assertThat(after.tojstring()).isEqualTo("abc");
    }

    @Test
    void a_string_is_found_in_another() {
        LuaString string = LuaString.valueOf("ababac");
        assertThat(string.indexOf(LuaString.valueOf("abac"), 0)).isEqualTo(2);
        assertThat(string.indexOf(LuaString.valueOf("abac"), 3)).isEqualTo(-1);
        assertThat(string.indexOf(LuaString.valueOf(""), 6)).isEqualTo(6);
        assertThat(string.substring(2, 6).indexOf(LuaString.valueOf("ac"), 1)).isEqualTo(2);
    }

    @Test
    void a_string_that_is_too_long_is_an_error_of_the_script() {
        TextBuilder text = new TextBuilder(16).add("x");
        assertThatThrownBy(() -> text.fill('y', Integer.MAX_VALUE))
                .isInstanceOf(LuaError.class)
                .hasMessage("string length overflow");
    }
}
