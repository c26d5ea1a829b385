package org.scriptsocket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOnlyTest {

    private final AddressPolicy policy = AddressPolicy.publicOnly();

    static Stream<SpecialRange> ranges() {
        return SpecialRange.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void the_first_and_the_last_address_of_each_special_range_are_refused(SpecialRange range)
            throws UnknownHostException {
        assertThat(refused(range.subnet().prefix())).isTrue();
        assertThat(refused(last(range.subnet()))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void so_they_are_behind_nat64_and_mapped_if_they_are_ipv4(SpecialRange range) throws UnknownHostException {
        byte[] four = last(range.subnet());
        if (four.length == 4) {
            assertThat(refused(in("64:ff9b::", four))).isTrue();
            assertThat(refused(in("::ffff:1:1", four))).as("mapped").isTrue();
            assertThat(refused(in("2600:1:2:3:0:5efe:0:0", four))).as("ISATAP").isTrue();
            assertThat(refused(in("2600:1:2:3:200:5efe:0:0", four)))
                    .as("ISATAP")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // every registry entry of IANA, IPv4 and IPv6, written down once more from the registries
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.1.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.8",
                "192.0.0.9",
                "192.0.0.10",
                "192.0.0.170",
                "192.0.0.171",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.1.1",
                "192.175.48.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "240.0.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "239.255.255.255",
                "::",
                "::1",
                "64:ff9b:1::1",
                "100::1",
                "100:0:0:1::1",
                "2001::1",
                "2001:1::1",
                "2001:1::2",
                "2001:1::3",
                "2001:2::1",
                "2001:3::1",
                "2001:4:112::1",
                "2001:10::1",
                "2001:20::1",
                "2001:30::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "2620:4f:8000::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                // hidden IPv4
                "::127.0.0.1",
                "::8.8.8.8",
                "64:ff9b::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                // the metadata services
                "169.254.169.254",
                "168.63.129.16",
                "fd00:ec2::254",
                "64:ff9b::169.254.169.254",
                "64:ff9b::168.63.129.16",
                // never allocated
                "4000::1",
                "1000::1"
            })
    void special_addresses_are_refused(String literal) throws UnknownHostException {
        assertThat(policy.refusal("example.com", new InetSocketAddress(InetAddress.getByName(literal), 443)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "168.63.129.15",
                "2600::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2003::1",
                "3ffe::1",
                "64:ff9b::8.8.8.8",
                "2600:1:2:3:0:5efe:808:808"
            })
    void ordinary_hosts_of_the_internet_are_not(String literal) throws UnknownHostException {
        assertThat(policy.refusal("example.com", new InetSocketAddress(InetAddress.getByName(literal), 443)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "08.8.8.8",
                "8.8.8.8.",
                "8.8.2056",
                "1.2.3.4.5",
                "256.1.1.1",
                "example.0x7f",
                "017700000001"
            })
    void odd_literals_are_refused_whatever_they_were_taken_for(String literal) throws UnknownHostException {
        assertThat(policy.refusal(literal, new InetSocketAddress(InetAddress.getByName("8.8.8.8"), 443)))
                .hasValueSatisfying(why -> assertThat(why).contains("'" + literal + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "example.com", "1and1.com", "x1", "2600::1", "a.b2", "0x.example"})
    void usual_names_and_literals_are_not_odd(String host) {
        assertThat(HostLiteral.isOdd(host)).isFalse();
    }

    @Test
    void the_ports_of_other_protocols_are_refused_and_no_others() throws UnknownHostException {
        InetAddress address = InetAddress.getByName("8.8.8.8");
        int[] refused = IntStream.rangeClosed(1, 65_535)
                .filter(port -> policy.refusal("x.com", new InetSocketAddress(address, port))
                        .isPresent())
                .toArray();
        assertThat(refused).hasSize(82).contains(22, 25, 6667, 10_080).doesNotContain(80, 443, 8080, 8443);
    }

    @Test
    void the_sentence_says_which_address_and_why() throws UnknownHostException {
        assertThat(policy.refusal("intranet", new InetSocketAddress(InetAddress.getByName("10.1.2.3"), 80)))
                .contains("10.1.2.3 is a private address");
    }

    private boolean refused(byte... address) throws UnknownHostException {
        InetAddress made =
                address.length == 16 ? Inet6Address.getByAddress(null, address, -1) : InetAddress.getByAddress(address);
        return policy.refusal("example.com", new InetSocketAddress(made, 443)).isPresent();
    }

    private static byte[] last(Subnet subnet) {
        byte[] last = subnet.prefix().clone();
        for (int bit = subnet.bits(); bit < last.length * 8; bit++) {
            last[bit / 8] |= (byte) (1 << (7 - bit % 8));
        }
        return last;
    }

    private static byte[] in(String prefix, byte... four) throws UnknownHostException {
        byte[] six = Subnet.parse("::").prefix().clone();
        byte[] given = InetAddress.getByName(prefix).getAddress();
        System.arraycopy(given, 0, six, given.length == 4 ? 12 : 0, given.length);
        if (given.length == 4) {
            six[10] = -1;
            six[11] = -1;
        }
        System.arraycopy(four, 0, six, 12, 4);
        return six;
    }
}
