package org.scriptsocket.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a host lets its scripts do. Immutable.
 *
 * @param untrusted whether its scripts are taken for hostile: they may not set the header {@code Host}
 * @param direct whether a host that runs and waits is updated by the transport's thread that brings messages, see {@code ScriptHost.Builder.direct}
 */
public record HostSettings(Limits limits, AddressPolicy policy, boolean untrusted, boolean direct) {

    private static final Logger log = LoggerFactory.getLogger("org.scriptsocket.policy");
    private static final HostSettings STANDARD =
            new HostSettings(Limits.standard(), AddressPolicy.anywhere(), false, false);
    private static final HostSettings SANDBOX =
            new HostSettings(Limits.sandbox(), AddressPolicy.publicOnly(), true, false);

    /** @throws IllegalArgumentException if it is both untrusted and direct */
    public HostSettings {
        if (untrusted && direct) {
            throw new IllegalArgumentException(
                    "scripts that are not trusted can not run on the threads of the transport");
        }
    }

    /** For scripts that the host application trusts: {@link Limits#standard}, {@link AddressPolicy#anywhere}. */
    public static HostSettings standard() {
        return STANDARD;
    }

    /** For scripts that it does not trust: {@link Limits#sandbox}, {@link AddressPolicy#publicOnly}, no {@code Host} of their own. */
    public static HostSettings sandbox() {
        return SANDBOX;
    }

    public HostSettings withLimits(Limits other) {
        return new HostSettings(other, policy, untrusted, direct);
    }

    public HostSettings withPolicy(AddressPolicy other) {
        return new HostSettings(limits, other, untrusted, direct);
    }

    /**
     * @param on see {@code ScriptHost.Builder.direct}
     * @throws IllegalArgumentException if it is untrusted
     */
    public HostSettings withDirect(boolean on) {
        return new HostSettings(limits, policy, untrusted, on);
    }

    /**
     * The settings of a host in a properties file; those of the transport are passed over. See {@link #from(SettingValues)}.
     *
     * @throws IOException if it can not be read
     * @throws SettingException if a name or a value is wrong
     */
    public static HostSettings from(Path file) throws IOException {
        return from(SettingValues.read(file));
    }

    /** The same from properties. */
    public static HostSettings from(Properties properties) {
        return from(SettingValues.of(properties));
    }

    /**
     * {@code untrusted=true}, or {@code sandbox=true}, begins with {@link #sandbox}, else it is {@link #standard}; then {@code limit.message-in=16MiB} and so on change
     * single limits, and {@code policy.1}, {@code policy.2}... are {@link AddressRules} in the order of their numbers. A mistake in a rule is
     * logged, and refuses every address.
     *
     * @throws SettingException if another value is wrong
     */
    public static HostSettings from(SettingValues values) {
        HostSettings base = values.isOn("untrusted") || values.isOn("sandbox") ? SANDBOX : STANDARD;
        HostSettings settings = new HostSettings(
                limits(base.limits, values), policy(values).orElse(base.policy), base.untrusted, false);
        try {
            return settings.withDirect(values.isOn("direct"));
        } catch (IllegalArgumentException e) {
            throw e instanceof SettingException ? e : values.failure("direct", e);
        }
    }

    private static Limits limits(Limits base, SettingValues values) {
        Limits limits = base;
        for (Limit limit : Limit.values()) {
            Limits before = limits;
            limits = values.read("limit." + limit.settingName(), text -> before.with(limit, limit.parse(text)))
                    .orElse(before);
        }
        return limits;
    }

    private static Optional<AddressPolicy> policy(SettingValues values) {
        List<String> rules = values.keys("policy.").stream()
                .flatMap(key -> values.text(key).stream())
                .toList();
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(AddressRules.parse(rules));
        } catch (IllegalArgumentException e) {
            log.error(
                    "Every address is refused until the address rules are mended: {}",
                    VisibleText.of(String.valueOf(e.getMessage())));
            return Optional.of(AddressRules.parseOrRefuse(rules));
        }
    }
}
