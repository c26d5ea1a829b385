package org.scriptsocket.jdk;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.PemFile;

/** Makes settings of the transport of what a properties file says. */
final class ReadSettings {

    private static final String PROXY = "proxy";
    private static final String TRUSTED = "tls.trusted.";
    private static final int STANDARD_PORT = 8080;

    private final SettingValues values;

    ReadSettings(SettingValues values) {
        this.values = values;
    }

    JdkSettings read() {
        values.keys(Setting.Part.TRANSPORT).forEach(this::check);
        JdkSettings settings = JdkSettings.standard()
                .withProxy(values.read(PROXY, ReadSettings::proxy).orElse(null));
        List<X509Certificate> trusted = trusted();
        return trusted.isEmpty() ? settings : settings.withTrustedCertificates(trusted);
    }

    private void check(String key) {
        if (!key.equals(PROXY) && !key.startsWith(TRUSTED)) {
            throw values.failure(key, new IllegalArgumentException("the transport 'jdk' does not know this setting"));
        }
    }

    private List<X509Certificate> trusted() {
        List<X509Certificate> all = new ArrayList<>();
        for (String key : values.keys(TRUSTED)) {
            values.read(key, file -> PemFile.certificates(Path.of(file))).ifPresent(all::addAll);
        }
        return all;
    }

    /** Looked up with each connect. The JDK's client would need a helper of its own for user and password. */
    private static InetSocketAddress proxy(String text) {
        try {
            URI url = new URI(text);
            boolean plain = url.getUserInfo() == null && Set.of("", "/").contains(String.valueOf(url.getRawPath()));
            if ("http".equalsIgnoreCase(url.getScheme()) && url.getHost() != null && plain) {
                int port = url.getPort() < 0 ? STANDARD_PORT : url.getPort();
                return InetSocketAddress.createUnresolved(url.getHost(), port);
            }
        } catch (URISyntaxException e) {
            // the same as one of another kind; the text may hold a password, and is not repeated
        }
        throw new IllegalArgumentException("the transport 'jdk' takes a proxy such as http://host:8080 only");
    }
}
