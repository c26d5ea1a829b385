package org.scriptsocket.jetty;

import java.net.InetSocketAddress;
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
 */
public record JettySettings(
        UnaryOperator<InetSocketAddress> resolver,
        @Nullable String userAgent,
        @Nullable SSLContext tls) {

    private static final JettySettings STANDARD = new JettySettings(UnaryOperator.identity(), null, null);

    /** No mapping, no {@code User-Agent}, the trusted certificates of the JVM. */
    public static JettySettings standard() {
        return STANDARD;
    }

    public JettySettings withResolver(UnaryOperator<InetSocketAddress> other) {
        return new JettySettings(other, userAgent, tls);
    }

    public JettySettings withUserAgent(@Nullable String other) {
        return new JettySettings(resolver, other, tls);
    }

    public JettySettings withTls(@Nullable SSLContext other) {
        return new JettySettings(resolver, userAgent, other);
    }
}
