package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.multibindings.OptionalBinder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.ConfigurationParameters;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.ClientIdentity;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.jetty.ProxySettings;
import org.scriptsocket.jetty.TlsSettings;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.ServerIdentity;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.lua.LuaSandbox;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.ScriptBudget;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.specs.SpecSettings;
import picocli.CommandLine;

/** Every setting, in each of the four ways: Java says what the others must come to. */
class SettingsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test CA");
    private static final ServerIdentity CLIENT = AUTHORITY.sign("client");
    /** Of each command, asked for once. */
    private static final Map<String, String> HELP = new HashMap<>();

    @TempDir
    Path folder;

    private final Properties properties = new Properties();
    private final List<String> options = new ArrayList<>();
    private HostSettings host = HostSettings.standard();
    private JettySettings jetty = JettySettings.standard();

    /** Null for none. */
    private @Nullable LuaSandbox sandbox;

    private Path authority = Path.of("");
    private Path certificate = Path.of("");
    private Path key = Path.of("");
    private Path store = Path.of("");

    @BeforeEach
    void writeFiles() throws Exception {
        authority = AUTHORITY.writePem(folder.resolve("ca.pem"));
        certificate = CLIENT.writePem(folder.resolve("client.pem"));
        String base64 = Base64.getMimeEncoder().encodeToString(CLIENT.key().getEncoded());
        key = Files.writeString(
                folder.resolve("client.key"),
                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        store = folder.resolve("client.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("client", CLIENT.key(), PASSWORD, CLIENT.chain().toArray(X509Certificate[]::new));
        try (OutputStream stream = Files.newOutputStream(store)) {
            keys.store(stream, PASSWORD);
        }
        Files.writeString(folder.resolve("password"), "changeit\n");
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void everySettingIsReachedFromJavaAPropertiesFileGuiceTheCommandLineAndSpecs(Setting setting) throws Exception {
        set(setting);
        assertThat(!same(host, HostSettings.standard()) || !jetty.equals(JettySettings.standard()) || sandbox != null)
                .as("Java changes something")
                .isTrue();

        Path file = folder.resolve("settings.properties");
        try (OutputStream stream = Files.newOutputStream(file)) {
            properties.store(stream, null);
        }
        assertSame(HostSettings.from(file), JettySettings.from(file), "the file");
        assertThat(LuaSandbox.from(file)).isEqualTo(Optional.ofNullable(sandbox));

        Injector injector =
                injector(HostSettings.from(properties), JettySettings.from(properties), LuaSandbox.from(properties));
        assertThat(injector.getInstance(new Key<Optional<LuaSandbox>>() {})).isEqualTo(Optional.ofNullable(sandbox));
        assertThat(injector.getInstance(ScriptHost.Builder.class).limits()).isEqualTo(host.limits());
        assertSame(
                new HostSettings(
                        injector.getInstance(org.scriptsocket.policy.Limits.class),
                        injector.getInstance(AddressPolicy.class),
                        injector.getInstance(HostSettings.class).untrusted(),
                        injector.getInstance(HostSettings.class).direct()),
                injector.getInstance(JettySettings.class),
                "Guice");

        SettingOptions given = new SettingOptions();
        new CommandLine(new Options(given)).parseArgs(options.toArray(String[]::new));
        assertSame(given.host(), given.jetty(), "options");
        assertThat(given.sandbox()).isEqualTo(Optional.ofNullable(sandbox));
        SettingOptions config = new SettingOptions();
        new CommandLine(new Options(config)).parseArgs("--config", file.toString());
        assertSame(config.host(), config.jetty(), "--config");
        assertThat(config.sandbox()).isEqualTo(Optional.ofNullable(sandbox));

        if (setting.part() == Setting.Part.SANDBOX) {
            assertThatThrownBy(given::forSpecs).hasMessageContaining("specs do not run in a sandbox");
        } else {
            assertReachesSpecs(given);
        }

        ScriptHost.builder()
                .classLoader(ProbeTransport.loader(folder))
                .transport("probe")
                .settings(file)
                .build()
                .close();
        assertThat(JettySettings.from(ProbeTransport.last()))
                .as("ScriptHost.builder()")
                .isEqualTo(jetty);
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void everySettingIsOnThePageAndItsOptionInTheHelpOfRunTestAndConnect(Setting setting) throws IOException {
        String page = Files.readString(Path.of("../../docs/settings.md"), StandardCharsets.UTF_8);
        String name = setting.isNumbered() ? setting.key() + "N" : setting.key();
        assertThat(page).containsPattern("(?m)^\\| `" + name + "` \\| [^|]*`" + setting.option() + "`");
        for (String command : List.of("run", "test", "connect")) {
            assertThat(HELP.computeIfAbsent(command, this::help))
                    .as(command)
                    .containsPattern("(?m)^ +" + setting.option() + "\\b");
        }
    }

    private String help(String command) {
        Cli cli = new Cli(folder);
        cli.run(command, "--help");
        return cli.out();
    }

    @Test
    void thePageNamesNoSettingThatThereIsNot() throws IOException {
        String page = Files.readString(Path.of("../../docs/settings.md"), StandardCharsets.UTF_8);
        assertThat(java.util.regex.Pattern.compile("(?m)^\\| `([^`]+)`")
                        .matcher(page)
                        .results()
                        .map(match -> match.group(1).replaceFirst("\\.N$", ".")))
                .containsExactlyInAnyOrderElementsOf(
                        Setting.all().stream().map(Setting::key).toList());
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void everyBadValueIsAnErrorThatNamesFileAndKey(Setting setting) throws IOException {
        if (List.of("tls.key-store-password", "user-agent", "policy.").contains(setting.key())) {
            return; // any text is good, or there is a test of its own
        }
        String name = setting.isNumbered() ? setting.key() + "1" : setting.key();
        Path file = Files.writeString(folder.resolve("bad.properties"), name + " = nowhere/at:all\n");
        assertThatThrownBy(() -> {
                    HostSettings.from(file);
                    JettySettings.from(file);
                    LuaSandbox.from(file);
                })
                .hasMessageStartingWith(file + ": " + name + ": ");
        Cli cli = new Cli(folder);
        assertThat(cli.run("run", "--config", file.toString(), cli.script("a.lua", "")))
                .isEqualTo(2);
        assertThat(cli.err()).contains(file + ": " + name + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polciy.1", "policy.x", "policy.0", "policy", "limit.nope", "limit", "Proxy", "password"})
    void aNameThatIsNoSettingIsAnErrorThatNamesFileAndKey(String name) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.properties"), name + " = 1\n");
        assertThatThrownBy(() -> HostSettings.from(file)).hasMessage(file + ": " + name + ": there is no such setting");
        assertThatThrownBy(() -> JettySettings.from(file))
                .hasMessage(file + ": " + name + ": there is no such setting");
    }

    @Test
    void budgetsWithoutASandboxAreAMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), "sandbox.budget.time = 1s\n");
        assertThatThrownBy(() -> LuaSandbox.from(file))
                .hasMessage(file + ": sandbox.budget.time: only a sandbox has budgets, and there is none");
        Cli cli = new Cli(folder);
        assertThat(cli.run("run", "--budget", "memory=1MiB", cli.script("a.lua", "")))
                .isEqualTo(2);
        assertThat(cli.err()).contains("--budget: memory: only a sandbox has budgets, and there is none");
        SettingOptions both = new SettingOptions();
        new CommandLine(new Options(both)).parseArgs("--config", file.toString(), "--sandbox");
        assertThat(both.sandbox()).contains(LuaSandbox.restricted().withTime(Duration.ofSeconds(1)));
    }

    @Test
    void aMistakeInARuleOfAFileRefusesEveryAddress() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.properties"), "policy.1=allow *\npolicy.2=dney 10.0.0.0/8\n");
        assertThat(HostSettings.from(file).policy().refusal("example.com", address("93.184.216.34", 443)))
                .hasValueSatisfying(why -> assertThat(why).contains("rule 2, 'dney 10.0.0.0/8'"));
    }

    @Test
    void anOptionGoesBeforeTheFileAndAListReplacesItsList() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.properties"),
                "policy.1=deny *\npolicy.2=anywhere\nlimit.connections=5\nlimit.unsent=9\n");
        SettingOptions both = new SettingOptions();
        new CommandLine(new Options(both))
                .parseArgs("--config", file.toString(), "--policy", "anywhere", "--limit", "connections=6");
        assertThat(both.host().policy().refusal("a", address("10.1.1.1", 80))).isEmpty();
        assertThat(both.host().limits().connections()).isEqualTo(6);
        assertThat(both.host().limits().unsent()).isEqualTo(9);
    }

    @Test
    void aPasswordIsNotRepeated() {
        properties.setProperty("proxy", "ftp://ann:s3cr3t@proxy");
        assertThatThrownBy(() -> JettySettings.from(properties)).hasMessageNotContaining("s3cr3t");
        properties.remove("proxy");
        properties.setProperty("tls.key-store", store.toString());
        properties.setProperty("tls.key-store-password", "s3cr3t");
        assertThatThrownBy(() -> JettySettings.from(properties))
                .hasMessage("tls.key-store-password: file:PATH or env:NAME expected");
    }

    @Test
    void rulesAreAskedInTheOrderOfTheirNumbers() {
        properties.setProperty("policy.10", "anywhere");
        properties.setProperty("policy.9", "deny 10.0.0.0/8");
        AddressPolicy policy = HostSettings.from(properties).policy();
        assertThat(policy.refusal("a", address("10.1.1.1", 80))).isPresent();
        assertThat(policy.refusal("a", address("11.1.1.1", 80))).isEmpty();
    }

    static List<Setting> everySetting() {
        return Setting.all();
    }

    private void set(Setting setting) throws Exception {
        TlsSettings tls = TlsSettings.standard();
        ProxySettings proxy = ProxySettings.parse("http://ann:s3cr3t@proxy:3128");
        switch (setting.key()) {
            case "untrusted" -> {
                on(setting);
                host = HostSettings.sandbox();
            }
            case "direct" -> {
                on(setting);
                host = host.withDirect(true);
            }
            case "sandbox" -> {
                on(setting);
                host = HostSettings.sandbox();
                sandbox = LuaSandbox.restricted();
            }
            case "policy." -> {
                give("policy.1", "deny 10.0.0.0/8", "--policy", "deny 10.0.0.0/8");
                give("policy.2", "allow *:80", "--policy", "allow *:80");
                host = host.withPolicy(AddressPolicy.rules("deny 10.0.0.0/8", "allow *:80"));
            }
            case "user-agent" -> {
                give("user-agent", "Test/1", "--user-agent", "Test/1");
                jetty = jetty.withUserAgent("Test/1");
            }
            case "compress" -> {
                on(setting);
                jetty = jetty.withCompression(true);
            }
            case "proxy" -> {
                give("proxy", "http://ann:s3cr3t@proxy:3128", "--proxy", "http://ann:s3cr3t@proxy:3128");
                jetty = jetty.withProxy(proxy);
            }
            case "proxy.enforces-policy" -> {
                give("proxy", "http://ann:s3cr3t@proxy:3128", "--proxy", "http://ann:s3cr3t@proxy:3128");
                on(setting);
                jetty = jetty.withProxy(proxy.proxyEnforcesPolicy());
            }
            case "tls.trusted." -> {
                give("tls.trusted.1", authority.toString(), "--ca", authority.toString());
                jetty = jetty.withTrustedCertificates(authority);
            }
            case "tls.certificate" -> {
                Path both = Files.writeString(
                        folder.resolve("both.pem"), Files.readString(certificate) + Files.readString(key));
                give("tls.certificate", both.toString(), "--cert", both.toString());
                jetty = jetty.withTls(tls.withIdentity(ClientIdentity.fromPem(both, both)));
            }
            case "tls.key" -> {
                properties.setProperty("tls.certificate", certificate.toString());
                give("tls.key", key.toString(), "--cert", certificate + "," + key);
                jetty = jetty.withTls(tls.withIdentity(ClientIdentity.fromPem(certificate, key)));
            }
            case "tls.key-store", "tls.key-store-password" -> {
                String where = "file:" + folder.resolve("password");
                give("tls.key-store", store.toString(), "--key-store", store.toString());
                give("tls.key-store-password", where, "--key-store-password", where);
                jetty = jetty.withTls(tls.withIdentity(ClientIdentity.fromKeyStore(store, PASSWORD)));
            }
            case "tls.minimum" -> {
                give("tls.minimum", "1.3", "--tls-min", "1.3");
                jetty = jetty.withTls(tls.withMinimum(TlsSettings.Version.TLS_1_3));
            }
            case "tls.insecure-no-host-verification" -> {
                on(setting);
                jetty = jetty.withTls(tls.withoutHostVerificationWhichIsDangerous());
            }
            default -> named(setting.key());
        }
    }

    private void named(String key) {
        String name = key.substring(key.lastIndexOf('.') + 1);
        if (key.startsWith("limit.")) {
            limit(Limit.named(name));
        } else {
            budget(ScriptBudget.named(name));
        }
    }

    private void budget(ScriptBudget budget) {
        give("sandbox", "true", "--sandbox");
        String value = budget.format(budget.standard() + 7);
        give(budget.key(), value, "--budget", budget.settingName() + "=" + value);
        host = HostSettings.sandbox();
        sandbox = LuaSandbox.restricted().with(budget, budget.standard() + 7);
    }

    private void limit(Limit limit) {
        String value = limit.format(limit.standard() + 7);
        give("limit." + limit.settingName(), value, "--limit", limit.settingName() + "=" + value);
        host = host.withLimits(host.limits().with(limit, limit.standard() + 7));
    }

    private void on(Setting setting) {
        properties.setProperty(setting.key(), "true");
        options.add(setting.option());
    }

    private void give(String name, String value, String... option) {
        properties.setProperty(name, value);
        options.addAll(List.of(option));
    }

    private void assertReachesSpecs(SettingOptions given) {
        SpecPlan plan =
                new SpecPlan(List.of(), null, List.of(), List.of(), false, null, null, null, 1, given.forSpecs());
        ConfigurationParameters specs = plan.request().getConfigurationParameters();
        assertThat(properties.stringPropertyNames())
                .allSatisfy(name -> assertThat(specs.get(SpecSettings.SETTING + name))
                        .as("specs: " + name)
                        .hasValue(properties.getProperty(name)));
    }

    private void assertSame(HostSettings otherHost, JettySettings otherJetty, String way) {
        assertThat(same(otherHost, host))
                .as("%s: %s and %s", way, otherHost, host)
                .isTrue();
        assertThat(otherJetty).as(way).isEqualTo(jetty);
    }

    private static boolean same(HostSettings one, HostSettings other) {
        boolean policies = List.of("10.1.1.1", "127.0.0.1", "93.184.216.34").stream()
                .flatMap(ip -> List.of(address(ip, 80), address(ip, 443)).stream())
                .allMatch(address -> one.policy()
                        .refusal("a.example", address)
                        .equals(other.policy().refusal("a.example", address)));
        return policies
                && one.limits().equals(other.limits())
                && one.untrusted() == other.untrusted()
                && one.direct() == other.direct();
    }

    private static InetSocketAddress address(String literal, int port) {
        return new InetSocketAddress(literal, port);
    }

    private static Injector injector(HostSettings host, JettySettings jetty, Optional<LuaSandbox> sandbox) {
        return Guice.createInjector(new JettyTransportModule(), new LuaModule(), new AbstractModule() {
            @Override
            protected void configure() {
                sandbox.ifPresent(given -> OptionalBinder.newOptionalBinder(binder(), LuaSandbox.class)
                        .setBinding()
                        .toInstance(given));
                OptionalBinder.newOptionalBinder(binder(), HostSettings.class)
                        .setBinding()
                        .toInstance(host);
                OptionalBinder.newOptionalBinder(binder(), JettySettings.class)
                        .setBinding()
                        .toInstance(jetty);
            }
        });
    }

    /** A command with nothing but the options of settings. */
    @CommandLine.Command
    private static final class Options {

        @CommandLine.Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final SettingOptions settings;

        Options(SettingOptions settings) {
            this.settings = settings;
        }
    }
}
