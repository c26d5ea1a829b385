package org.scriptsocket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VisibleTextTest {

    @Test
    void what_ends_a_line_drives_a_terminal_or_turns_the_direction_is_written_out() {
        assertThat(VisibleText.of("a\r\nb\tc\u001b[2J\u0085")).isEqualTo("a\\x0d\\x0ab\tc\\x1b[2J\\x85");
        for (int c : new int[] {0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF}) {
            assertThat(VisibleText.of(Character.toString(c))).isEqualTo(String.format("\\u%04x", c));
        }
    }

    @Test
    void other_text_stays_as_it_is() {
        assertThat(VisibleText.of("Gr\u00fc\u00dfe, \u4f60\u597d \ud83d\ude00"))
                .isEqualTo("Gr\u00fc\u00dfe, \u4f60\u597d \ud83d\ude00");
    }
}
