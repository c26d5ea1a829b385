package org.scriptsocket.policy;

import java.util.List;
import java.util.Optional;

/**
 * Addresses that are no ordinary host of the internet: every range of IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890, as of
 * November 2025), multicast, and the addresses at which clouds tell a machine its secrets.
 */
record SpecialRange(Subnet subnet, String what) {

    /** The first that holds an address names it. */
    static final List<SpecialRange> ALL = List.of(
            of("169.254.169.254", "a cloud's metadata service"),
            of("168.63.129.16", "a cloud's metadata service"),
            of("100.100.100.200", "a cloud's metadata service"),
            of("192.0.0.192", "a cloud's metadata service"),
            of("fd00:ec2::254", "a cloud's metadata service"),
            of("0.0.0.0/8", "an address of this network"),
            of("10.0.0.0/8", "a private address"),
            of("100.64.0.0/10", "an address shared by a provider's customers"),
            of("127.0.0.0/8", "a loopback address"),
            of("169.254.0.0/16", "a link-local address"),
            of("172.16.0.0/12", "a private address"),
            of("192.0.0.0/24", "an address reserved for protocols"),
            of("192.0.2.0/24", "an address for documentation"),
            of("192.31.196.0/24", "an address of AS112"),
            of("192.52.193.0/24", "an address of AMT"),
            of("192.88.99.0/24", "an address of 6to4 relays"),
            of("192.168.0.0/16", "a private address"),
            of("192.175.48.0/24", "an address of AS112"),
            of("198.18.0.0/15", "an address for benchmarks"),
            of("198.51.100.0/24", "an address for documentation"),
            of("203.0.113.0/24", "an address for documentation"),
            of("224.0.0.0/4", "a multicast address"),
            of("255.255.255.255", "the broadcast address"),
            of("240.0.0.0/4", "a reserved address"),
            of("::", "the unspecified address"),
            of("::1", "a loopback address"),
            of("::/96", "an IPv4 address in IPv6"),
            of("64:ff9b:1::/48", "a local translation of IPv4"),
            of("100::/64", "an address that discards"),
            of("100:0:0:1::/64", "a dummy address"),
            of("2001::/32", "a Teredo address"),
            of("2001::/23", "an address reserved for protocols"),
            of("2001:db8::/32", "an address for documentation"),
            of("2002::/16", "a 6to4 address"),
            of("2620:4f:8000::/48", "an address of AS112"),
            of("3fff::/20", "an address for documentation"),
            of("5f00::/16", "an address for segment routing"),
            of("fc00::/7", "a private address"),
            of("fe80::/10", "a link-local address"),
            of("fec0::/10", "a site-local address"),
            of("ff00::/8", "a multicast address"));

    private static SpecialRange of(String subnet, String what) {
        return new SpecialRange(Subnet.parse(subnet), what);
    }

    /** What is special about an address, or empty. */
    static Optional<String> of(byte... address) {
        return ALL.stream()
                .filter(range -> range.subnet().contains(address))
                .map(SpecialRange::what)
                .findFirst();
    }
}
