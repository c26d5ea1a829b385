package org.scriptsocket.policy;

import java.util.Arrays;

/** IPv4 addresses that an IPv6 address stands for. */
final class HiddenIpv4 {

    private static final Subnet MAPPED = new Subnet(bytes(0, 0, 0, 0, 0, 0xffff, 0, 0), 96);
    private static final Subnet TRANSLATED = new Subnet(bytes(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

    private HiddenIpv4() {}

    /** The address that is really reached: behind a mapped one (RFC 4291, 2.5.5.2) or NAT64's (RFC 6052), else itself. */
    static byte[] reached(byte... address) {
        return MAPPED.contains(address) || TRANSLATED.contains(address) ? lastFour(address) : address;
    }

    /** Whether it carries an IPv4 address that it tunnels to (ISATAP, RFC 5214, 6.1). */
    static boolean isIsatap(byte... address) {
        return address.length == 16
                && (address[8] & 0xfd) == 0
                && address[9] == 0
                && address[10] == 0x5e
                && address[11] == (byte) 0xfe;
    }

    static byte[] lastFour(byte... address) {
        return Arrays.copyOfRange(address, 12, 16);
    }

    private static byte[] bytes(int... words) {
        byte[] bytes = new byte[words.length * 2];
        for (int i = 0; i < words.length; i++) {
            bytes[2 * i] = (byte) (words[i] >> 8);
            bytes[2 * i + 1] = (byte) words[i];
        }
        return bytes;
    }
}
