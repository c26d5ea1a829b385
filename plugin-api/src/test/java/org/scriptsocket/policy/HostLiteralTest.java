package org.scriptsocket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLiteralTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "255.255.255.255", "0.0.0.0", "::1", "[::1]", "fe80::1%lo"})
    void an_address_in_its_plain_form_needs_no_look_up(String host) {
        assertThat(HostLiteral.isAddress(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "1.2.3.256", "01.2.3.4", "127.1", "2130706433", "1.2.3.4.", "a.example"})
    void all_else_is_looked_up(String host) {
        assertThat(HostLiteral.isAddress(host)).isFalse();
    }
}
