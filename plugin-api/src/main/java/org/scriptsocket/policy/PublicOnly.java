package org.scriptsocket.policy;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Ordinary hosts of the internet, and no port of another protocol. */
final class PublicOnly implements AddressPolicy {

    static final PublicOnly INSTANCE = new PublicOnly();

    private static final Subnet GLOBAL_UNICAST = Subnet.parse("2000::/3");

    private PublicOnly() {}

    @Override
    public Optional<String> refusal(String host, InetSocketAddress address) {
        if (HostLiteral.isOdd(host)) {
            return Optional.of("'" + host + "' is no usual way to write an address");
        }
        if (BadPorts.ALL.contains(address.getPort())) {
            return Optional.of("port " + address.getPort() + " is one of another protocol");
        }
        byte[] bytes = address.getAddress().getAddress();
        return special(bytes).map(what -> address.getAddress().getHostAddress() + " is " + what);
    }

    private static Optional<String> special(byte... address) {
        byte[] reached = HiddenIpv4.reached(address);
        Optional<String> special = SpecialRange.of(reached);
        if (special.isEmpty() && HiddenIpv4.isIsatap(reached)) {
            return SpecialRange.of(HiddenIpv4.lastFour(reached)).map(what -> "a tunnel to " + what);
        }
        boolean elsewhere = reached.length == 16 && !GLOBAL_UNICAST.contains(reached);
        return special.isEmpty() && elsewhere ? Optional.of("a reserved address") : special;
    }
}
