package org.scriptsocket.kit.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** By the examples of RFC 7692, section 7.2.3. */
class PerMessageDeflateTest {

    private static final Frame HELLO = Frame.text("Hello");

    @Test
    void deflates_with_the_memory_of_the_messages_before() {
        try (PerMessageDeflate deflate = new PerMessageDeflate()) {
            assertThat(hex(deflate.deflate(HELLO))).isEqualTo("f248cdc9c90700");
            assertThat(hex(deflate.deflate(HELLO))).isEqualTo("f200110000");
            assertThat(hex(deflate.deflate(Frame.text("")))).isEqualTo("00");
            assertThat(deflate.deflate(HELLO).rsv()).isEqualTo(4);
        }
    }

    @Test
    void forgets_what_the_answer_says() {
        try (PerMessageDeflate deflate = new PerMessageDeflate(true, true)) {
            assertThat(hex(deflate.deflate(HELLO))).isEqualTo("f248cdc9c90700");
            assertThat(hex(deflate.deflate(HELLO))).isEqualTo("f248cdc9c90700");
            deflate.inflate(compressed("f248cdc9c90700"));
            assertThatThrownBy(() -> deflate.inflate(compressed("f200110000")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void inflates_what_is_compressed_and_nothing_else() {
        try (PerMessageDeflate deflate = new PerMessageDeflate()) {
            assertThat(deflate.inflate(compressed("f248cdc9c90700").asMasked()).hasContentOf(HELLO))
                    .isTrue();
            assertThat(deflate.inflate(compressed("f200110000")).string()).isEqualTo("Hello");
            assertThat(deflate.inflate(HELLO)).isSameAs(HELLO);
        }
    }

    private static Frame compressed(String hex) {
        return Frame.of(Frame.TEXT, HexFormat.of().parseHex(hex)).rsv(4);
    }

    private static String hex(Frame frame) {
        return HexFormat.of().formatHex(frame.payload());
    }
}
