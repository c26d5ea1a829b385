package org.scriptsocket.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses of one family: {@code 10.0.0.0/8}, {@code fe80::/10}. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Subnet(byte[] prefix, int bits) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Reads {@code 10.0.0.0/8}, or one address. */
    static Subnet parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = slash < 0 ? address.length * 8 : bits(text.substring(slash + 1), address.length * 8);
        Subnet subnet = new Subnet(address, bits);
        if (!subnet.isCanonical()) {
            throw new IllegalArgumentException("'" + text + "' has bits beyond its prefix");
        }
        return subnet;
    }

    /** Whether the text can only be meant as an address, right or wrong. */
    static boolean looksLikeAddress(String text) {
        return text.indexOf('/') >= 0 || LITERAL.matcher(text).matches();
    }

    boolean contains(byte... address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(address, bit) != bit(prefix, bit)) {
                return false;
            }
        }
        return true;
    }

    private boolean isCanonical() {
        for (int bit = bits; bit < prefix.length * 8; bit++) {
            if (bit(prefix, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] address, int index) {
        return address[index / 8] >> (7 - index % 8) & 1;
    }

    private static byte[] literal(String text) {
        if (!LITERAL.matcher(text).matches() || HostLiteral.isOdd(text)) {
            throw new IllegalArgumentException("'" + text + "' is no IP address");
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is no IP address", e);
        }
    }

    private static int bits(String text, int most) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("'/" + text + "': a prefix length of 0 to " + most + " expected");
        }
        return Integer.parseInt(text);
    }
}
