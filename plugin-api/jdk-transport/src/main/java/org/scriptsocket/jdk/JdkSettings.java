package org.scriptsocket.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.SettingValues;

/**
 * What a host application may choose about the JDK transport. Immutable.
 *
 * @param tls the keys and trusted certificates of {@code wss}, or null for those of the JVM
 * @param proxy the HTTP proxy through which every connection goes, by CONNECT, or null for none; the settings of the JVM are not asked
 */
public record JdkSettings(
        @Nullable SSLContext tls, @Nullable InetSocketAddress proxy) {

    private static final JdkSettings STANDARD = new JdkSettings(null, null);

    /** No proxy, the trusted certificates of the JVM. */
    public static JdkSettings standard() {
        return STANDARD;
    }

    /**
     * The settings of the transport in a properties file; those of a host are passed over. See {@link #from(SettingValues)}.
     *
     * @throws IOException if it can not be read
     * @throws org.scriptsocket.policy.SettingException if a name or a value is wrong, or a file that it names can not be read
     */
    public static JdkSettings from(Path file) throws IOException {
        return from(SettingValues.read(file));
    }

    /**
     * The standard ones, but for {@code tls.trusted.1} and so on, PEM files, which are read now, and {@code proxy}, such as
     * {@code http://host:8080}. The JDK's client knows no others.
     *
     * @throws org.scriptsocket.policy.SettingException if a value is wrong, a file that it names can not be read, or it is another setting of transports
     */
    public static JdkSettings from(SettingValues values) {
        return new ReadSettings(values).read();
    }

    /** The keys and trusted certificates of {@code wss}, in place of those of the JVM. */
    public JdkSettings withTls(SSLContext context) {
        return new JdkSettings(context, proxy);
    }

    /** Every connection goes through this HTTP proxy, or none does. */
    public JdkSettings withProxy(@Nullable InetSocketAddress address) {
        return new JdkSettings(tls, address);
    }

    /**
     * Trusts these certificates too, besides those of the JVM, and shows none of its own.
     *
     * @throws IllegalStateException if a TLS context was given, which says itself whom to trust
     */
    public JdkSettings withTrustedCertificates(Collection<X509Certificate> more) {
        if (tls != null) {
            throw new IllegalStateException("a TLS context that is given says itself whom to trust");
        }
        return withTls(Trust.also(more));
    }

    ProxySelector proxies() {
        return ProxySelector.of(proxy);
    }
}
