package org.scriptsocket.jdk;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

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
