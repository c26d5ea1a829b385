package org.scriptsocket.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextPartsTest {

    private static final String SMILE = "\uD83D\uDE00";

    private final TextParts parts = new TextParts();

    @Test
    void a_pair_that_is_cut_in_two_is_joined() {
        assertThat(parts.bytes("a" + SMILE.charAt(0))).isEqualTo(utf8("a"));
        assertThat(parts.bytes(SMILE.charAt(1) + "b")).isEqualTo(utf8(SMILE + "b"));
    }

    @Test
    void a_part_may_be_half_a_pair_or_nothing() {
        assertThat(parts.bytes(SMILE.substring(0, 1))).isEmpty();
        assertThat(parts.bytes("")).isEmpty();
        assertThat(parts.bytes(SMILE.substring(1))).isEqualTo(utf8(SMILE));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
