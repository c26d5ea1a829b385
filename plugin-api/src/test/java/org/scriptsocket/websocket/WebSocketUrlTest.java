package org.scriptsocket.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CONTRACT 3: urls. */
final class WebSocketUrlTest {

    private static final long MOST = 64 << 10;

    @ParameterizedTest
    @CsvSource({
        "ws://h,                    false, h,            80,    /",
        "wss://h,                   true,  h,            443,   /",
        "http://h/a,                false, h,            80,    /a",
        "HTTPS://h/a,               true,  h,            443,   /a",
        "Ws://Host:8080/x?y=1,      false, Host,         8080,  /x?y=1",
        "ws://h:1?x=1,              false, h,            1,     /?x=1",
        "ws://h:1#/frag?x,          false, h,            1,     /",
        "ws://h/p?q#frag,           false, h,            80,    /p?q",
        "ws://h:/p,                 false, h,            80,    /p",
        "ws://[::1]:9/p,            false, ::1,          9,     /p",
        "ws://[fe80::1:2]/p,        false, fe80::1:2,    80,    /p",
        "ws://h:65535,              false, h,            65535, /",
        "ws://h/a b?c d,            false, h,            80,    /a%20b?c%20d",
        "ws://h/a%20b%2F?x=1&y=2?z/,false, h,            80,    /a%20b%2F?x=1&y=2?z/",
        "ws://h/100%,               false, h,            80,    /100%25",
        "ws://h/a%2fb%zz,           false, h,            80,    /a%2fb%25zz",
        "ws://h//a//b,              false, h,            80,    //a//b",
        "ws://h/\u00ff,             false, h,            80,    /%FF",
        "'ws://h/{}|^`\"<>',        false, h,            80,    /%7B%7D%7C%5E%60%22%3C%3E",
        "ws://b\u00c3\u00bccher.example/,   false, xn--bcher-kva.example, 80, /",
    })
    void takes_a_url_apart(String url, boolean tls, String host, int port, String target) {
        assertThat(WebSocketUrl.parse(url, MOST)).isEqualTo(new WebSocketUrl(tls, host, port, target));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          no scheme",
        "12345,                       no scheme",
        "h:80/x,                      no scheme",
        "foo://h/x,                   unknown scheme",
        "ws://,                       no host",
        "ws:///x,                     no host",
        "ws://:80,                    no host",
        "ws://h:0/echo,               port out of 1 to 65535",
        "ws://h:65536/,               port out of 1 to 65535",
        "ws://h:99999999999/,         port out of 1 to 65535",
        "ws://h:8a/,                  port out of 1 to 65535",
        "ws://h:-1/,                  port out of 1 to 65535",
        "ws://[::1/x,                 no ]",
        "ws://[::1]x/,                port out of 1 to 65535",
        "ws://[zz]/,                  no IPv6 address",
        "ws://[]/,                    no IPv6 address",
        "ws://a b/,                   character",
        "ws://a\\b/,                  character",
        "'ws://h/a\u0000b',           control character at byte 9",
        "'ws://h/a\rb',               control character at byte 9",
        "'ws://h/a\u007fb',           control character at byte 9",
    })
    void says_what_is_wrong_with_which_url(String url, String why) {
        assertThatThrownBy(() -> WebSocketUrl.parse(url, MOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(" in the url '");
    }

    @ParameterizedTest
    @CsvSource({
        "ws://h:0/x?room=1&mail=a@b,            ws://h:0/x?room=1&mail=a@b",
        "foo?room=1,                            foo?room=1",
        "'ws://user:sesame@h/x?room=1',         ws://***@h/x?room=1",
        "'ws://h/x?room=1\r\nFORGED',           ws://h/x?room=1\\x0d\\x0aFORGED",
    })
    void tells_the_script_the_query_too(String url, String shown) {
        assertThatThrownBy(() -> WebSocketUrl.parse(url, MOST)).hasMessageEndingWith(" in the url '" + shown + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "ws://user:sesame@h/x",
        "ws://user:sesame@h:0/x",
        "ws://sesame@",
        "foo://user:sesame@h/x",
        "user:sesame@h/x",
        "//user:sesame@h/x",
        "ws:/user:sesame@h/x",
        "ws:///user:sesame@h/x",
        "ws://user:ses@me@h/x",
        "'ws://user:sesame@h/\u0001'",
    })
    void never_repeats_user_and_password(String url) {
        assertThatThrownBy(() -> WebSocketUrl.parse(url, MOST))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("sesame", "ses@me", "user:")
                .contains("***@");
    }

    @ParameterizedTest
    @CsvSource({"12, true", "13, true", "11, false", "0, false"})
    void may_be_of_so_many_bytes(long most, boolean good) {
        ThrowingCallable parse = () -> WebSocketUrl.parse("ws://h/abcde", most);
        if (good) {
            assertThatCode(parse).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(parse)
                    .hasMessage("12 bytes, over the limit of " + most + " (url), in the url 'ws://h/abcde'");
        }
    }

    @Test
    void shows_the_begin_of_one_that_is_too_long_and_never_its_password() {
        String url = "ws://user:" + "sesame".repeat(100_000) + "@h/" + "x".repeat(100_000);
        assertThatThrownBy(() -> WebSocketUrl.parse(url, MOST))
                .hasMessageStartingWith("700013 bytes, over the limit of 65536 (url), in the url 'ws://***@h/xxx")
                .message()
                .doesNotContain("sesame")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @CsvSource({
        "ws://h/x,       h",
        "ws://h:80/x,    h",
        "ws://h:443/x,   h:443",
        "wss://h:443/x,  h",
        "wss://h:80/x,   h:80",
        "ws://[::1]/x,   [::1]",
        "ws://[::1]:5/x, [::1]:5",
    })
    void leaves_the_default_port_of_the_scheme_out_of_Host(String url, String host) {
        assertThat(WebSocketUrl.parse(url, MOST).hostHeader()).isEqualTo(host);
    }
}
