package org.scriptsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.transport.FrameObserver.Direction;

final class FrameLineTest {

    private static String line(int opcode, String payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload.getBytes(StandardCharsets.ISO_8859_1));
        return FrameLine.of(Direction.OUT, opcode, true, bytes.remaining(), bytes);
    }

    @Test
    void theBeginningOfThePayloadIsShownEscaped() {
        assertThat(line(1, "h\u00e9 \"\\\r\n")).isEqualTo("OUT TEXT fin=1 length=7 \"h\\xe9 \\\"\\\\\\x0d\\x0a\"");
        assertThat(line(2, "x".repeat(65))).isEqualTo("OUT BINARY fin=1 length=65 \"" + "x".repeat(64) + "\"...");
        assertThat(line(9, "")).isEqualTo("OUT PING fin=1 length=0");
        assertThat(FrameLine.of(Direction.IN, 0, false, 1_000, ByteBuffer.wrap(new byte[] {'a'})))
                .isEqualTo("IN CONTINUATION fin=0 length=1000 \"a\"...");
    }

    @Test
    void aCloseFrameShowsItsCode() {
        assertThat(line(8, "\u0003\u00e8bye")).isEqualTo("OUT CLOSE fin=1 length=5 code=1000 \"bye\"");
        assertThat(line(8, "\u0003\u00e8")).isEqualTo("OUT CLOSE fin=1 length=2 code=1000");
        assertThat(line(8, "")).isEqualTo("OUT CLOSE fin=1 length=0");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Authorization: Bearer s3cr3t                    | Authorization: ***
            X: 1, Proxy-Authorization:Basic s3cr3t          | X: 1, Proxy-Authorization:***
            Set-Cookie: id=s3cr3t; Path=/                   | Set-Cookie: ***
            {"password" : "s3cr3t", "user": "ann"}          | {\\"password\\" : \\"***\\", \\"user\\": \\"ann\\"}
            /login?user=ann&access_token=s3cr3t&x=1         | /login?user=ann&access_token=***&x=1
            no token here                                   | no token here
            """, delimiter = '|')
    void secretsAreHidden(String payload, String shown) {
        assertThat(line(1, payload)).endsWith(" \"" + shown + "\"").doesNotContain("s3cr3t");
    }
}
