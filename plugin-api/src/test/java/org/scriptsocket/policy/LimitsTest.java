package org.scriptsocket.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** DESIGN 5: the bounds, as data. */
final class LimitsTest {

    @ParameterizedTest
    @CsvSource({
        "message-in,           64MiB,  1MiB",
        "message-out,          64MiB,  1MiB",
        "connections,          1024,   8",
        "connections-instance, 1024,   8",
        "connections-remote,   1024,   8",
        "connect-rate,         10000,  10",
        "undelivered-messages, 256,    256",
        "undelivered,          1MiB,   1MiB",
        "unsent,               64MiB,  4MiB",
        "host-buffers,         256MiB, 16MiB",
        "url,                  64KiB,  8KiB",
        "request-headers,      64KiB,  16KiB",
        "response-headers,     64KiB,  64KiB",
        "response-body,        64KiB,  64KiB",
        "close-timeout,        3s,     3s",
        "write-timeout,        10s,    10s",
        "coroutine-threads,    2000,   100",
        "ping-interval,        0ms,    0ms",
        "pong-timeout,         10s,    10s",
    })
    void have_these_names_and_defaults(String name, String standard, String sandbox) {
        Limit limit = Limit.named(name);
        assertThat(limit.format(Limits.standard().get(limit))).isEqualTo(standard);
        assertThat(limit.format(Limits.sandbox().get(limit))).isEqualTo(sandbox);
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void are_read_back_as_they_are_written(Limit limit) {
        for (long value : new long[] {0, 1, 1000, 1024, 3000, 60_000, 1 << 20, 12_345}) {
            assertThat(limit.parse(limit.format(value))).isEqualTo(value);
            assertThat(Limits.standard()
                            .with(limit.settingName(), limit.format(value))
                            .get(limit))
                    .isEqualTo(value);
        }
    }

    @Test
    void of_time_are_durations() {
        assertThat(Limits.standard().with("close-timeout", "1500ms").closeTimeout())
                .isEqualTo(Duration.ofMillis(1500));
        assertThat(Limits.standard().writeTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void that_do_not_exist_are_refused_with_the_names_that_do() {
        assertThatThrownBy(() -> Limits.standard().with("message", "1"))
                .hasMessageContaining("unknown limit 'message'")
                .hasMessageContaining("message-in, message-out");
    }

    @ParameterizedTest
    @CsvSource({
        "message-in,    lots",
        "message-in,    3s",
        "message-in,    -1",
        "message-in,    1mib",
        "message-in,    ''",
        "close-timeout, 1MiB",
        "connections,   1KiB",
        "connections,   1.5",
        "connections,   9999999999999999999",
    })
    void that_are_written_wrong_are_refused_by_name(String name, String value) {
        assertThatThrownBy(() -> Limits.standard().with(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + ": " + expected(name) + " expected, got '" + value + "'");
    }

    @Test
    void that_are_too_large_to_count_are_refused_by_name() {
        assertThatThrownBy(() -> Limits.standard().with("message-in", "99999999999GiB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("message-in: '99999999999GiB' is too large");
    }

    @ParameterizedTest
    @CsvSource({"close-timeout, 1441min", "write-timeout, 99999999999999s"})
    void of_time_are_a_day_at_the_most(String name, String value) {
        assertThatThrownBy(() -> Limits.standard().with(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + ": at most 1440min expected, got ");
    }

    private static String expected(String name) {
        return switch (name) {
            case "close-timeout" -> "a time such as 3s or 500ms";
            case "connections" -> "a whole number";
            default -> "a size such as 16MiB, 64KiB or 512";
        };
    }
}
