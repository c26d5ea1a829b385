package org.scriptsocket.policy;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ordered list of rules: the first that is about an address decides, and what no rule is about is refused.
 *
 * <p>A rule is {@code allow TARGET}, {@code deny TARGET}, or one of the words {@code anywhere} and {@code public-only}, which decide on all the rest. A
 * target is an address, a subnet, a name, {@code *.} and a domain (not the domain itself), or {@code *}, with {@code :443} or {@code :8000-8999}
 * behind it, IPv6 with a port in brackets: {@code deny 10.0.0.0/8}, {@code allow *.example.com:443}, {@code allow [fd00::/8]:80}. A rule for a name trusts
 * whatever address that name has; put {@code deny} rules for addresses before it.
 */
public final class AddressRules implements AddressPolicy {

    private final List<AddressRule> rules;

    private AddressRules(List<AddressRule> rules) {
        this.rules = rules;
    }

    /**
     * Reads rules, one a line; blank lines and lines that begin with {@code #} are skipped. Where they refuse nothing, because {@code anywhere} stands
     * before all that denies, it is {@link AddressPolicy#anywhere}: a transport then knows that nothing is to be checked.
     *
     * @throws IllegalArgumentException with a sentence that names the first rule with a mistake
     */
    public static AddressPolicy parse(List<String> lines) {
        List<AddressRule> rules = new ArrayList<>();
        for (String line : lines) {
            String rule = line.strip();
            if (!rule.isEmpty() && rule.charAt(0) != '#') {
                rules.add(parse(rule, rules.size() + 1));
            }
        }
        return refuseNothing(rules) ? AddressPolicy.anywhere() : new AddressRules(List.copyOf(rules));
    }

    private static boolean refuseNothing(List<AddressRule> rules) {
        for (AddressRule rule : rules) {
            if (rule.mayRefuse() || rule instanceof AddressRule.Rest) {
                return !rule.mayRefuse();
            }
        }
        return false;
    }

    /** The same, but with a mistake in one everything is refused, for that reason, until it is mended. */
    public static AddressPolicy parseOrRefuse(List<String> lines) {
        try {
            return parse(lines);
        } catch (IllegalArgumentException e) {
            Optional<String> mistake = Optional.of("the address rules have a mistake: " + e.getMessage());
            return (host, address) -> mistake;
        }
    }

    @Override
    public Optional<String> refusal(String host, InetSocketAddress address) {
        for (AddressRule rule : rules) {
            AddressRule.Verdict verdict = rule.verdict(host, address);
            if (verdict != null) {
                return verdict.refusal();
            }
        }
        return Optional.of("no rule allows " + shown(host, address));
    }

    static String shown(String host, InetSocketAddress address) {
        String literal = address.getAddress().getHostAddress();
        return (host.equals(literal) ? host : host + " (" + literal + ")") + " at port " + address.getPort();
    }

    private static AddressRule parse(String rule, int number) {
        try {
            return AddressRule.parse(rule);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule " + number + ", '" + rule + "': " + e.getMessage(), e);
        }
    }
}
