package org.scriptsocket.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow *                                  | h.org            | 10.1.1.1     | 80   | true",
                "deny 10.0.0.0/8; allow *                 | h.org            | 10.1.1.1     | 80   | false",
                "deny 10.0.0.0/8; allow *                 | h.org            | 11.1.1.1     | 80   | true",
                "allow *; deny 10.0.0.0/8                 | h.org            | 10.1.1.1     | 80   | true",
                "deny 10.0.0.0/8; allow *                 | h.org            | 64:ff9b::a01:101 | 80 | false",
                "allow *.example.com:443                  | a.example.com    | 8.8.8.8      | 443  | true",
                "allow *.example.com:443                  | a.b.Example.COM. | 8.8.8.8      | 443  | true",
                "allow *.example.com:443                  | a.example.com    | 8.8.8.8      | 80   | false",
                "allow *.example.com:443                  | example.com      | 8.8.8.8      | 443  | false",
                "allow *.example.com:443                  | badexample.com   | 8.8.8.8      | 443  | false",
                "allow example.com                        | example.com      | 10.0.0.1     | 9999 | true",
                "deny 10.0.0.0/8; allow example.com       | example.com      | 10.0.0.1     | 80   | false",
                "allow 127.0.0.1:8000-8999                | 127.0.0.1        | 127.0.0.1    | 8500 | true",
                "allow 127.0.0.1:8000-8999                | 127.0.0.1        | 127.0.0.1    | 9000 | false",
                "allow [fd00::/8]:80                      | x                | fd00::1      | 80   | true",
                "allow [fd00::/8]:80                      | x                | fd00::1      | 81   | false",
                "allow fd00::/8                           | x                | fd12::1      | 81   | true",
                "allow ::1                                | ::1              | ::1          | 81   | true",
                "allow 10.0.0.7; public-only              | x                | 10.0.0.7     | 80   | true",
                "allow 10.0.0.7; public-only              | x                | 10.0.0.8     | 80   | false",
                "allow 10.0.0.7; public-only              | x                | 8.8.8.8      | 80   | true",
                "deny *:25; anywhere                      | x                | 127.0.0.1    | 25   | false",
                "deny *:25; anywhere                      | x                | 127.0.0.1    | 26   | true",
                "# nothing;                               | x                | 127.0.0.1    | 26   | false",
            })
    void the_first_rule_that_is_about_an_address_decides(
            String rules, String host, String address, int port, boolean allowed) throws UnknownHostException {
        AddressPolicy policy = AddressRules.parse(List.of(rules.split(";")));
        assertThat(policy.refusal(host, new InetSocketAddress(InetAddress.getByName(address), port))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    /** So that a transport that can not check addresses need not refuse to dial. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anywhere                        | true",
                "# all;anywhere;deny *           | true",
                "allow 10.0.0.0/8;anywhere       | true",
                "deny *:25;anywhere              | false",
                "public-only;anywhere            | false",
                "allow *                         | false",
                "# nothing                       | false",
            })
    void rules_that_refuse_nothing_are_no_policy(String rules, boolean isNone) {
        assertThat(AddressPolicy.rules(rules.split(";")) == AddressPolicy.anywhere())
                .isEqualTo(isNone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permit *            | 'allow TARGET', 'deny TARGET', 'anywhere' or 'public-only' expected",
                "deny                | 'allow TARGET', 'deny TARGET', 'anywhere' or 'public-only' expected",
                "deny 10.0.0.0/33    | '/33': a prefix length of 0 to 32 expected",
                "deny 10.0.0.1/8     | '10.0.0.1/8' has bits beyond its prefix",
                "deny 10.0.0/8       | '10.0.0' is no IP address",
                "deny 1.2.3          | '1.2.3' is no IP address",
                "deny fd00::/x       | '/x': a prefix length of 0 to 128 expected",
                "deny host:0         | port 0 is not between 1 and 65535",
                "deny host:65536     | port 65536 is not between 1 and 65535",
                "deny host:90-80     | the ports 90-80 are the wrong way round",
                "deny a.*.com        | 'a.*.com' is no address, subnet or name",
                "deny http://x       | 'http://x' is no address, subnet or name with an optional port",
                "deny [::1           | '[::1' is no address, subnet or name with an optional port",
            })
    void a_mistake_in_a_rule_is_an_error_that_names_it(String rule, String mistake) {
        assertThatThrownBy(() -> AddressPolicy.rules("allow x", rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule 2, '" + rule + "': " + mistake);
    }

    @Test
    void rules_with_a_mistake_refuse_everything_until_it_is_mended() throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("8.8.8.8"), 80);
        AddressPolicy broken = AddressRules.parseOrRefuse(List.of("allow *", "deny 10.0.0.0/33"));
        assertThat(broken.refusal("x", address))
                .contains(
                        "the address rules have a mistake: rule 2, 'deny 10.0.0.0/33': '/33': a prefix length of 0 to 32 expected");
        assertThat(AddressRules.parseOrRefuse(List.of("allow *", "deny 10.0.0.0/32"))
                        .refusal("x", address))
                .isEmpty();
    }

    @Test
    void a_refusal_names_the_rule_or_that_there_is_none() throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("10.0.0.1"), 80);
        assertThat(AddressPolicy.rules("deny 10.0.0.0/8").refusal("db", address))
                .contains("db (10.0.0.1) at port 80 is refused by the rule 'deny 10.0.0.0/8'");
        assertThat(AddressPolicy.rules().refusal("10.0.0.1", address)).contains("no rule allows 10.0.0.1 at port 80");
    }
}
