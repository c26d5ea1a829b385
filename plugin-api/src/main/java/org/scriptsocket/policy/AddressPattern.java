package org.scriptsocket.policy;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a rule is about: a subnet, an address, a name, {@code *.} and a domain, or {@code *}; then a port or a range of ports.
 *
 * @param subnet null if it goes by the name
 */
record AddressPattern(@Nullable Subnet subnet, String name, int firstPort, int lastPort) {

    private static final Pattern PARTS = Pattern.compile(
            "(?:\\[([^\\[\\]]+)]|([^\\[\\]:]+)|([^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*))(?::(\\d+)(?:-(\\d+))?)?");
    private static final Pattern NAME = Pattern.compile("(?:\\*\\.)?[\\p{Alnum}_-]+(?:\\.[\\p{Alnum}_-]+)*");

    static AddressPattern parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no address, subnet or name with an optional port");
        }
        String target =
                parts.group(1) != null ? parts.group(1) : parts.group(2) != null ? parts.group(2) : parts.group(3);
        int first = parts.group(4) == null ? 1 : port(parts.group(4));
        int last = parts.group(4) == null ? 65_535 : parts.group(5) == null ? first : port(parts.group(5));
        if (first > last) {
            throw new IllegalArgumentException("the ports " + first + "-" + last + " are the wrong way round");
        }
        return of(target, first, last);
    }

    boolean matches(String host, InetSocketAddress address) {
        if (address.getPort() < firstPort || address.getPort() > lastPort) {
            return false;
        }
        return subnet == null
                ? matches(plain(host))
                : matches(subnet, address.getAddress().getAddress());
    }

    private boolean matches(String host) {
        if (name.equals("*")) {
            return true;
        }
        return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }

    /** An IPv4 rule is also about IPv6 addresses by which that address is reached. */
    private static boolean matches(Subnet subnet, byte... address) {
        return subnet.contains(address) || subnet.contains(HiddenIpv4.reached(address));
    }

    private static AddressPattern of(String target, int first, int last) {
        if (Subnet.looksLikeAddress(target)) {
            return new AddressPattern(Subnet.parse(target), "", first, last);
        }
        if (!target.equals("*") && !NAME.matcher(target).matches()) {
            throw new IllegalArgumentException("'" + target + "' is no address, subnet or name");
        }
        return new AddressPattern(null, plain(target), first, last);
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static int port(String text) {
        if (text.length() > 5 || Integer.parseInt(text) > 65_535 || Integer.parseInt(text) == 0) {
            throw new IllegalArgumentException("port " + text + " is not between 1 and 65535");
        }
        return Integer.parseInt(text);
    }
}
