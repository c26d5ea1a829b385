package org.scriptsocket.jetty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderRules;
import org.scriptsocket.policy.SettingValues;

/** Makes settings of the transport of what a properties file says. */
final class ReadSettings {

    private static final String ENFORCES = "proxy.enforces-policy";
    private static final String KEY = "tls.key";
    private static final String CERTIFICATE = "tls.certificate";
    private static final String STORE = "tls.key-store";
    private static final String PASSWORD = "tls.key-store-password";

    private final SettingValues values;

    ReadSettings(SettingValues values) {
        this.values = values;
    }

    JettySettings read() {
        return JettySettings.standard()
                .withUserAgent(
                        values.read("user-agent", ReadSettings::fieldValue).orElse(null))
                .withCompression(values.isOn("compress"))
                .withProxy(proxy())
                .withTls(tls());
    }

    private static String fieldValue(String text) {
        return HeaderRules.parse("User-Agent: " + text).get(0).value();
    }

    private @Nullable ProxySettings proxy() {
        boolean enforces = values.isOn(ENFORCES);
        Optional<ProxySettings> proxy = values.read("proxy", ProxySettings::parse);
        if (enforces && proxy.isEmpty()) {
            throw wrong(ENFORCES, "there is no proxy");
        }
        return proxy.map(plain -> enforces ? plain.proxyEnforcesPolicy() : plain)
                .orElse(null);
    }

    private TlsSettings tls() {
        TlsSettings tls = TlsSettings.standard().withIdentity(identity());
        for (String key : values.keys("tls.trusted.")) {
            TlsSettings before = tls;
            tls = values.read(key, file -> before.withTrustedCertificates(Path.of(file)))
                    .orElse(before);
        }
        tls = tls.withMinimum(
                values.read("tls.minimum", TlsSettings.Version::named).orElse(tls.minimum()));
        return values.isOn("tls.insecure-no-host-verification") ? tls.withoutHostVerificationWhichIsDangerous() : tls;
    }

    private @Nullable ClientIdentity identity() {
        if (values.has(KEY) && !values.has(CERTIFICATE)) {
            throw wrong(KEY, "there is no certificate for it in " + CERTIFICATE);
        }
        if (values.has(PASSWORD) && !values.has(STORE)) {
            throw wrong(PASSWORD, "there is no " + STORE);
        }
        if (values.has(STORE) && values.has(CERTIFICATE)) {
            throw wrong(STORE, "there is a certificate in " + CERTIFICATE + " already");
        }
        return values.has(STORE) ? fromKeyStore() : fromPem();
    }

    private @Nullable ClientIdentity fromPem() {
        String key = values.has(KEY) ? KEY : CERTIFICATE;
        String certificate = values.text(CERTIFICATE).orElse("");
        return values.read(key, file -> ClientIdentity.fromPem(Path.of(certificate), Path.of(file)))
                .orElse(null);
    }

    private @Nullable ClientIdentity fromKeyStore() {
        char[] password = values.read(PASSWORD, ReadSettings::secret).orElse(new char[0]);
        return values.read(STORE, file -> ClientIdentity.fromKeyStore(Path.of(file), password))
                .orElse(null);
    }

    /** Where a password is kept, as OpenSSL writes it: {@code file:PATH}, of which it is the first line, or {@code env:NAME}. */
    private static char[] secret(String where) throws IOException {
        if (where.startsWith("file:")) {
            return Files.readString(Path.of(where.substring(5)))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
        }
        // the text may be the password itself, and is not repeated
        if (!where.startsWith("env:")) {
            throw new IllegalArgumentException("file:PATH or env:NAME expected");
        }
        String name = where.substring(4);
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no environment variable " + name);
        }
        return value.toCharArray();
    }

    private RuntimeException wrong(String key, String why) {
        return values.failure(key, new IllegalArgumentException(why));
    }
}
