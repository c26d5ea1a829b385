package org.scriptsocket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Authorization: Bearer abc  | Authorization: ***",
                "proxy-authorization:Basic  | proxy-authorization:***",
                "Set-Cookie: a=b; Path=/    | Set-Cookie: ***",
                "password=abc&x=1           | password=***&x=1",
                "at ws://ann:pw@host/x      | at ws://***@host/x",
                "at wss://host/x?y=1 it     | at wss://host/x?*** it",
                "in 'HTTP://ann@h/?a=b'     | in 'HTTP://***@h/?***'",
                "is it ws://host/?          | is it ws://host/?",
                "foo://host/x?y=1           | foo://host/x?***",
                "in the url 'x/y?a=b c'     | in the url 'x/y?***'",
                "in the url 'x?a'b' in f()  | in the url 'x?***' in f()",
                "in the url 'x?a=b          | in the url 'x?***",
                "a question? yes            | a question? yes",
            })
    void what_is_a_secret_by_its_name_or_place_is_not_shown(String text, String shown) {
        assertThat(Secrets.hide(text)).isEqualTo(shown);
    }
}
