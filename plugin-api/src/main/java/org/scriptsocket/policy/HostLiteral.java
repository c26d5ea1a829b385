package org.scriptsocket.policy;

import java.util.regex.Pattern;

/** Ways to write a host that is no name. */
public final class HostLiteral {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern FOUR_OCTETS = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** The last label of a name is never a number, so this is meant as an address (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9A-Fa-f]*)\\.?");

    private HostLiteral() {}

    /** Whether it is an address in its plain form, which needs no look-up: IPv6, with brackets or without, or four decimal numbers. */
    public static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || FOUR_OCTETS.matcher(host).matches();
    }

    /** Whether it is an IPv4 address that readers and resolvers take for different ones: written otherwise than by four decimal numbers: {@code 2130706433}, {@code 0177.0.0.1}, {@code 127.1}. */
    static boolean isOdd(String host) {
        return ENDS_IN_A_NUMBER.matcher(host).matches() && !isAddress(host);
    }
}
