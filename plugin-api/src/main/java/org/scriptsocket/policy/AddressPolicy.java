package org.scriptsocket.policy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Decides where a script may connect to.
 *
 * <p>It is asked for every <em>resolved</em> address, IP literals included, on every attempt to connect, so that a name
 * that changes its answer can not get past it. Called on any thread, also on several at once; it must not block.
 */
@FunctionalInterface
public interface AddressPolicy {

    /**
     * Decides on one address.
     *
     * @param host the name or literal that the script gave
     * @param address the resolved address and port that would be dialled
     * @return why the address is refused, as a plain sentence for the script, or empty if it is allowed
     */
    Optional<String> refusal(String host, InetSocketAddress address);

    /** Every address is allowed: the host application trusts its scripts. The default. */
    static AddressPolicy anywhere() {
        return Anywhere.POLICY;
    }

    /**
     * Only ordinary hosts of the internet: no address of IANA's special-purpose registries (loopback, private, link-local...), no
     * multicast, no cloud's metadata service, no IPv4 address of these hidden in IPv6, no literal that is written in an odd way
     * ({@code 2130706433}, {@code 0177.0.0.1}, {@code 127.1}), and no port of the WHATWG's list of bad ports. The default of the sandbox.
     */
    static AddressPolicy publicOnly() {
        return PublicOnly.INSTANCE;
    }

    /**
     * An ordered list of rules, as {@link AddressRules} describes them.
     *
     * @throws IllegalArgumentException with a sentence that names the first rule with a mistake
     */
    static AddressPolicy rules(String... rules) {
        return AddressRules.parse(List.of(rules));
    }
}
