package org.scriptsocket.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.lua.LuaSandbox;
import org.scriptsocket.policy.AddressRules;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.ScriptBudget;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingException;
import org.scriptsocket.policy.SettingValues;
import picocli.CommandLine.Option;

/** The options that say the same as a properties file does, and go before it. */
final class SettingOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Reads settings from this properties file (docs/settings.md); options go before it.")
    private @Nullable Path config;

    @Option(
            names = "--untrusted",
            description = "Bounds websocket for a hostile script: small limits, --policy public-only, no Host header."
                    + " The rest of the script's language is not bounded.")
    private boolean untrusted;

    @Option(
            names = "--direct",
            description =
                    "Lets the transport's thread that brings messages call the script itself, which is faster; a slow"
                            + " script then holds up the connections of that thread.")
    private boolean direct;

    @Option(
            names = "--sandbox",
            description =
                    "Runs a hostile Lua script: --untrusted, no files, no modules but those of --path, and budgets of"
                            + " time and memory.")
    private boolean sandbox;

    @Option(
            names = "--budget",
            paramLabel = "NAME=VALUE",
            description = "Changes a budget of --sandbox, such as time=250ms, instructions=100000 or memory=8MiB."
                    + " Repeatable.")
    private List<String> budgets = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "RULE",
            description =
                    "Where scripts may connect to: anywhere, public-only, 'allow *.example.com:443',"
                            + " 'deny 10.0.0.0/8'. Repeatable: the first that is about an address decides, the rest is refused.")
    private List<String> policy = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description = "Changes a bound, such as message-in=16MiB or close-timeout=1s. Repeatable.")
    private List<String> limits = new ArrayList<>();

    @Option(
            names = "--ping",
            paramLabel = "INTERVAL[,TIMEOUT]",
            description = "Asks peers whether they live, such as 30s,5s; one that does not answer in time is lost.")
    private @Nullable String ping;

    @Option(names = "--user-agent", paramLabel = "TEXT", description = "Sends this User-Agent. Default: none.")
    private @Nullable String userAgent;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trusts the certificates in this PEM file too, for wss. Repeatable.")
    private List<String> authorities = new ArrayList<>();

    @Option(
            names = "--cert",
            paramLabel = "FILE[,KEY]",
            description =
                    "Shows this certificate to servers that ask, with its key from the second or the same PEM file.")
    private @Nullable String certificate;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "The same from the one key of a key store, PKCS#12 or JKS.")
    private @Nullable String keyStore;

    @Option(
            names = "--key-store-password",
            paramLabel = "WHERE",
            description = "Where its password is: file:PATH, whose first line it is, or env:NAME.")
    private @Nullable String keyStorePassword;

    @Option(names = "--tls-min", paramLabel = "VERSION", description = "The oldest TLS: 1.2 or 1.3. Default: 1.2.")
    private @Nullable String minimum;

    @Option(
            names = "--insecure-no-host-verification",
            description =
                    "DANGEROUS: takes a trusted certificate whatever host it is for, so that others can pose as it.")
    private boolean anyHost;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Connects through http://[USER:PASSWORD@]HOST:PORT or socks5://...; a password is better"
                    + " kept in --config.")
    private @Nullable String proxy;

    @Option(
            names = "--proxy-enforces-policy",
            description =
                    "Lets the proxy look up names and decide where scripts may connect to; --policy is not asked.")
    private boolean proxyEnforces;

    @Option(
            names = "--compress",
            description = "Offers to compress messages (permessage-deflate); the server may decline.")
    private boolean compresses;

    /** @throws UsageException if an option or the properties file has a mistake */
    HostSettings host() {
        return read(HostSettings::from);
    }

    /** @throws UsageException if an option or the properties file has a mistake */
    Optional<LuaSandbox> sandbox() {
        return read(LuaSandbox::from);
    }

    /** @throws UsageException if an option or the properties file has a mistake */
    JettySettings jetty() {
        return read(JettySettings::from);
    }

    /**
     * All of them, tried, for specs.
     *
     * @throws UsageException if an option or the properties file has a mistake, or wants a sandbox
     */
    SettingValues forSpecs() {
        host();
        jetty();
        return read(SettingOptions::withoutSandbox);
    }

    private static SettingValues withoutSandbox(SettingValues values) {
        values.keys(Setting.Part.SANDBOX).stream().findFirst().ifPresent(key -> {
            throw values.failure(key, new IllegalArgumentException("specs do not run in a sandbox"));
        });
        return values;
    }

    /** Whether there are any for the transport. */
    boolean hasForTransport() {
        return !read(values -> values).keys(Setting.Part.TRANSPORT).isEmpty();
    }

    /** @throws UsageException if the reading finds a mistake */
    <T> T read(Function<SettingValues, T> reading) {
        Map<String, String> options = options();
        try {
            SettingValues given = SettingValues.of(options);
            return reading.apply(config == null ? given : file(config).with(given));
        } catch (SettingException e) {
            boolean isOption = options.containsKey(e.key());
            throw new UsageException(isOption ? name(e.key()) + ": " + e.why() : String.valueOf(e.getMessage()));
        }
    }

    private static SettingValues file(Path file) {
        UsageException.unless(Files.exists(file), "--config: there is no file " + file);
        try {
            return SettingValues.read(file);
        } catch (IOException e) {
            throw new UsageException("--config: " + file + " can not be read");
        } catch (SettingException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--config: " + file + " is no properties file: " + e.getMessage());
        }
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        put(options, "untrusted", untrusted);
        put(options, "direct", direct);
        put(options, "sandbox", sandbox);
        putPolicy(options);
        putLimits(options);
        putBudgets(options);
        put(options, "user-agent", userAgent);
        putAll(options, "tls.trusted.", authorities);
        putPair(options, "tls.certificate", "tls.key", certificate);
        put(options, "tls.key-store", keyStore);
        put(options, "tls.key-store-password", keyStorePassword);
        put(options, "tls.minimum", minimum);
        put(options, "tls.insecure-no-host-verification", anyHost);
        put(options, "proxy", proxy);
        put(options, "proxy.enforces-policy", proxyEnforces);
        put(options, "compress", compresses);
        return options;
    }

    private void putPolicy(Map<String, String> options) {
        try {
            AddressRules.parse(policy);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--policy: " + e.getMessage());
        }
        putAll(options, "policy.", policy);
    }

    private void putLimits(Map<String, String> options) {
        putPair(options, "limit.ping-interval", "limit.pong-timeout", ping);
        Assignments.parse("--limit", limits).forEach((name, value) -> {
            try {
                options.put("limit." + Limit.named(name).settingName(), value);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--limit: " + e.getMessage());
            }
        });
    }

    private void putBudgets(Map<String, String> options) {
        Assignments.parse("--budget", budgets).forEach((name, value) -> {
            try {
                options.put(ScriptBudget.named(name).key(), value);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--budget: " + e.getMessage());
            }
        });
    }

    private static void put(Map<String, String> options, String key, boolean isOn) {
        if (isOn) {
            options.put(key, "true");
        }
    }

    private static void put(Map<String, String> options, String key, @Nullable String value) {
        if (value != null) {
            options.put(key, value);
        }
    }

    private static void putAll(Map<String, String> options, String prefix, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            options.put(prefix + (i + 1), values.get(i));
        }
    }

    private static void putPair(Map<String, String> options, String first, String second, @Nullable String pair) {
        if (pair != null) {
            String[] parts = pair.split(",", 2);
            options.put(first, parts[0]);
            put(options, second, parts.length > 1 ? parts[1] : null);
        }
    }

    /** What the user wrote for this key. */
    private static String name(String key) {
        boolean isNamed = key.startsWith("limit.") || key.startsWith("sandbox.budget.");
        return option(key) + (isNamed ? ": " + key.substring(key.lastIndexOf('.') + 1) : "");
    }

    private static String option(String key) {
        return Setting.all().stream()
                .filter(setting -> setting.key().equals(key) || setting.isNumbered() && key.startsWith(setting.key()))
                .map(Setting::option)
                .findFirst()
                .orElse(key);
    }
}
