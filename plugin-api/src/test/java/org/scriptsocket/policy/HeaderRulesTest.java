package org.scriptsocket.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACT 2.5 and 2.6: the headers of a script. */
final class HeaderRulesTest {

    @Test
    void keeps_order_spelling_and_repeated_names() {
        assertThat(HeaderRules.parse("x-B: 2\r\nX-A:1\r\nx-b:\t3 \r\n"))
                .containsExactly(new HeaderField("x-B", "2"), new HeaderField("X-A", "1"), new HeaderField("x-b", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n"})
    void takes_no_lines_at_all(String headers) {
        assertThat(HeaderRules.parse(headers)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: 1\r\n\r\nB: 2", "A: 1\r\n\r\n", "\r\n\r\n"})
    void refuses_the_end_of_a_header_block(String headers) {
        assertThatThrownBy(() -> HeaderRules.parse(headers))
                .hasMessage("The header field must not contain double '\\r\\n\\r\\n': '" + headers + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "NoColon, NoColon",
        "'X-Good: 1\r\nNoColon\r\n', NoColon",
        "Bad Name: 1, Bad Name",
        "Bad(Name): 1, Bad(Name)",
        "'X-Space : 1', X-Space",
        "': no name', is no header name",
        "'X-Control: a\u0001b', X-Control",
        "'X-Nul: a\u0000b', X-Nul",
        "'X-Del: a\u007fb', X-Del",
        "'X-Lf: a\nX-More: b', X-Lf",
        "'X-Cr: a\rb', X-Cr",
        "'Host: a\r\nhost: b', Host",
    })
    void names_the_header_that_is_wrong(String headers, String name) {
        assertThatThrownBy(() -> HeaderRules.parse(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Upgrade",
                "Keep-Alive",
                "Content-Length",
                "Transfer-Encoding",
                "TE",
                "Trailer",
                "Expect",
                "Proxy-Authorization",
                "proxy-x",
                "Sec-WebSocket-Key",
                "sec-websocket-version",
                "Sec-WebSocket-Accept",
                "Sec-WebSocket-Extensions"
            })
    void keeps_the_names_that_the_handshake_owns(String name) {
        assertThatThrownBy(() -> HeaderRules.parse(name + ": x")).hasMessageContaining("'" + name + "'");
    }

    @Test
    void reads_a_list_of_tokens() {
        assertThat(HeaderRules.tokens("chat, v1.x ,soap")).containsExactly("chat", "v1.x", "soap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,", ",a", "", "a;b", "caf\u00e9"})
    void refuses_what_is_no_list_of_tokens(String list) {
        assertThatThrownBy(() -> HeaderRules.tokens(list)).isInstanceOf(IllegalArgumentException.class);
    }
}
