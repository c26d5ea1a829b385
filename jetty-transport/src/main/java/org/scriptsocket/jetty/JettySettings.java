package org.scriptsocket.jetty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.SettingValues;

/**
 * What a host application may choose about the Jetty transport. Immutable.
 *
 * @param resolver maps the host and port of a url, an unresolved address, to the unresolved address that is looked up and
 *     dialled in its place; {@code Host}, SNI and the check of the certificate keep the host of the url. Called on any
 *     thread, once a connect; it must not block
 * @param userAgent the value of {@code User-Agent}, or null to send none; one among the script's headers goes before it
 * @param tls how {@code wss} is spoken
 * @param names looks up names, of each host at most two at a time; literals are not looked up
 * @param proxy through which every connection goes, or null for none
 * @param compresses whether permessage-deflate (RFC 7692) is offered; a connection that has sent and received compressed
 *     messages keeps some 350 KB, and messages are deflated on the thread that flushes them
 */
public record JettySettings(
        UnaryOperator<InetSocketAddress> resolver,
        @Nullable String userAgent,
        TlsSettings tls,
        NameResolver names,
        @Nullable ProxySettings proxy,
        boolean compresses) {

    private static final JettySettings STANDARD = new JettySettings(
            UnaryOperator.identity(), null, TlsSettings.standard(), InetAddress::getAllByName, null, false);

    /** No mapping, no {@code User-Agent}, the trusted certificates of the JVM. */
    public static JettySettings standard() {
        return STANDARD;
    }

    /**
     * The settings of the transport in a properties file; those of a host are passed over. See {@link #from(SettingValues)}.
     *
     * @throws IOException if it can not be read
     * @throws org.scriptsocket.policy.SettingException if a name or a value is wrong, or a file that it names can not be read
     */
    public static JettySettings from(Path file) throws IOException {
        return from(SettingValues.read(file));
    }

    /** The same from properties. */
    public static JettySettings from(Properties properties) {
        return from(SettingValues.of(properties));
    }

    /**
     * The standard ones, but for {@code user-agent}, {@code compress}, {@code proxy}, {@code tls.certificate} and so on; files that they name are read now.
     *
     * @throws org.scriptsocket.policy.SettingException if a value is wrong, or a file that it names can not be read
     */
    public static JettySettings from(SettingValues values) {
        return new ReadSettings(values).read();
    }

    public JettySettings withResolver(UnaryOperator<InetSocketAddress> other) {
        return new JettySettings(other, userAgent, tls, names, proxy, compresses);
    }

    public JettySettings withUserAgent(@Nullable String other) {
        return new JettySettings(resolver, other, tls, names, proxy, compresses);
    }

    public JettySettings withTls(TlsSettings other) {
        return new JettySettings(resolver, userAgent, other, names, proxy, compresses);
    }

    /** The keys and trusted certificates of {@code wss}, in place of those of the JVM. */
    public JettySettings withTls(SSLContext context) {
        return withTls(tls.withContext(context));
    }

    /** Looks up names otherwise than the JVM does. */
    public JettySettings withNames(NameResolver other) {
        return new JettySettings(resolver, userAgent, tls, other, proxy, compresses);
    }

    /** Offers permessage-deflate, or does not. */
    public JettySettings withCompression(boolean offered) {
        return new JettySettings(resolver, userAgent, tls, names, proxy, offered);
    }

    /** Every connection goes through this proxy, or none does. */
    public JettySettings withProxy(@Nullable ProxySettings other) {
        return new JettySettings(resolver, userAgent, tls, names, other, compresses);
    }

    /** Trusts these certificates too, besides those of the JVM and those of earlier calls. */
    public JettySettings withTrustedCertificates(Collection<X509Certificate> more) {
        return withTls(tls.withTrustedCertificates(more));
    }

    /**
     * The same for all certificates in a PEM file.
     *
     * @throws IOException if the file can not be read
     * @throws IllegalArgumentException if it holds no certificate, or one that can not be read; with a sentence that names the file
     */
    public JettySettings withTrustedCertificates(Path pem) throws IOException {
        return withTls(tls.withTrustedCertificates(pem));
    }
}
