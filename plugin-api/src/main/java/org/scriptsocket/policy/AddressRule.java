package org.scriptsocket.policy;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of {@link AddressRules}. */
sealed interface AddressRule {

    Pattern LINE = Pattern.compile("(allow|deny)\\s+(\\S+)");

    /** What it says of an address, or null if it is not about it. */
    @Nullable Verdict verdict(String host, InetSocketAddress address);

    /** Whether there may be an address that it refuses. */
    boolean mayRefuse();

    /** Allowed if there is no refusal. */
    record Verdict(Optional<String> refusal) {
        static final Verdict ALLOWED = new Verdict(Optional.empty());
    }

    /** {@code allow *.example.com:443}, {@code deny 10.0.0.0/8}. */
    record About(String line, boolean allows, AddressPattern pattern) implements AddressRule {
        @Override
        public boolean mayRefuse() {
            return !allows;
        }

        @Override
        public @Nullable Verdict verdict(String host, InetSocketAddress address) {
            if (!pattern.matches(host, address)) {
                return null;
            }
            return allows
                    ? Verdict.ALLOWED
                    : new Verdict(
                            Optional.of(AddressRules.shown(host, address) + " is refused by the rule '" + line + "'"));
        }
    }

    /** {@code anywhere}, {@code public-only}: decides on all that got so far. */
    record Rest(AddressPolicy policy) implements AddressRule {
        @Override
        public boolean mayRefuse() {
            return policy != AddressPolicy.anywhere();
        }

        @Override
        public Verdict verdict(String host, InetSocketAddress address) {
            return new Verdict(policy.refusal(host, address));
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static AddressRule parse(String line) {
        if (line.equals("anywhere")) {
            return new Rest(AddressPolicy.anywhere());
        }
        if (line.equals("public-only")) {
            return new Rest(AddressPolicy.publicOnly());
        }
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
            throw new IllegalArgumentException("'allow TARGET', 'deny TARGET', 'anywhere' or 'public-only' expected");
        }
        return new About(line, words.group(1).equals("allow"), AddressPattern.parse(words.group(2)));
    }
}
