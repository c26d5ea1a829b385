package org.scriptsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8CheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "7f", "c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "efbfbf", "f0908080", "f48fbfbf"})
    void accepts_the_ends_of_each_range(String hex) {
        for (int chunk = 1; chunk <= 5; chunk++) {
            assertThat(isGood(HexFormat.of().parseHex(hex), chunk))
                    .as("in pieces of %d", chunk)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "61ff62, 1",
        "80, 0",
        "c0af, 0",
        "c1bf, 0",
        "e080af, 0",
        "e09fbf, 0",
        "eda080, 0",
        "f08fbfbf, 0",
        "f4908080, 0",
        "f5, 0",
        "6162e282, 2",
        "e28261, 0",
        "c3a9c3, 2",
    })
    void tells_where_the_wrong_sequence_begins(String hex, int offset) {
        Utf8Check check = new Utf8Check();
        assertThat(check.accept(ByteBuffer.wrap(HexFormat.of().parseHex(hex))) && check.complete())
                .isFalse();
        assertThat(check.errorOffset()).isEqualTo(offset);
    }

    @Test
    void agrees_with_the_decoder_of_the_jdk_on_every_pair_and_on_random_bytes() {
        for (int i = 0; i < 1 << 16; i++) {
            agree(new byte[] {(byte) (i >> 8), (byte) i});
        }
        Random random = new Random(42);
        byte[] interesting = HexFormat.of().parseHex("007f80bfc0c1c2dfe0e1edeeeff0f1f4f5ff9f908fa0");
        for (int i = 0; i < 300_000; i++) {
            byte[] bytes = new byte[3 + random.nextInt(3)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = interesting[random.nextInt(interesting.length)];
            }
            agree(bytes);
        }
    }

    private static void agree(byte[] bytes) {
        boolean jdk;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            jdk = true;
        } catch (CharacterCodingException e) {
            jdk = false;
        }
        if (isGood(bytes, bytes.length) != jdk || isGood(bytes, 1) != jdk) {
            throw new AssertionError("differs from the JDK on " + HexFormat.of().formatHex(bytes));
        }
    }

    private static boolean isGood(byte[] bytes, int chunk) {
        Utf8Check check = new Utf8Check();
        for (int at = 0; at < bytes.length; at += chunk) {
            if (!check.accept(ByteBuffer.wrap(bytes, at, Math.min(chunk, bytes.length - at)))) {
                return false;
            }
        }
        return check.complete();
    }
}
