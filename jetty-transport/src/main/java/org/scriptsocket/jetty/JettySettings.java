package org.scriptsocket.jetty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a host application may choose about the Jetty transport. Immutable.
 *
 * @param resolver maps the host and port of a url, an unresolved address, to the unresolved address that is looked up and
 *     dialled in its place; {@code Host}, SNI and the check of the certificate keep the host of the url. Called on any
 *     thread, once a connect; it must not block
 * @param userAgent the value of {@code User-Agent}, or null to send none; one among the script's headers goes before it
 * @param tls the keys and trusted certificates for {@code wss}, or null for those of the JVM
 * @param trusted certificates of authorities, or of servers, that {@code wss} trusts besides those of the JVM; to trust nobody else, or
 *     to show a certificate of one's own, give {@code tls}, which goes without these. The host is checked whoever is trusted
 * @param names looks up names, of each host at most two at a time; literals are not looked up
 */
public record JettySettings(
        UnaryOperator<InetSocketAddress> resolver,
        @Nullable String userAgent,
        @Nullable SSLContext tls,
        List<X509Certificate> trusted,
        NameResolver names) {

    private static final JettySettings STANDARD =
            new JettySettings(UnaryOperator.identity(), null, null, List.of(), InetAddress::getAllByName);

    public JettySettings {
        trusted = List.copyOf(trusted);
        if (tls != null && !trusted.isEmpty()) {
            throw new IllegalArgumentException("a TLS context that is given says itself whom to trust");
        }
    }

    /** No mapping, no {@code User-Agent}, the trusted certificates of the JVM. */
    public static JettySettings standard() {
        return STANDARD;
    }

    public JettySettings withResolver(UnaryOperator<InetSocketAddress> other) {
        return new JettySettings(other, userAgent, tls, trusted, names);
    }

    /** Looks up names otherwise than the JVM does. */
    public JettySettings withNames(NameResolver other) {
        return new JettySettings(resolver, userAgent, tls, trusted, other);
    }

    public JettySettings withUserAgent(@Nullable String other) {
        return new JettySettings(resolver, other, tls, trusted, names);
    }

    public JettySettings withTls(@Nullable SSLContext other) {
        return new JettySettings(resolver, userAgent, other, trusted, names);
    }

    /** Trusts these certificates too, besides those of the JVM and those of earlier calls. */
    public JettySettings withTrustedCertificates(Collection<X509Certificate> more) {
        List<X509Certificate> all = new ArrayList<>(trusted);
        all.addAll(more);
        return new JettySettings(resolver, userAgent, tls, all, names);
    }

    /**
     * The same for all certificates in a PEM file.
     *
     * @throws IOException if the file can not be read
     * @throws IllegalArgumentException if it holds no certificate, or one that can not be read; with a sentence that names the file
     */
    public JettySettings withTrustedCertificates(Path pem) throws IOException {
        return withTrustedCertificates(PemFile.read(pem));
    }
}
