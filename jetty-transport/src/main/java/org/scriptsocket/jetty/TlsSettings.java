package org.scriptsocket.jetty;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.PemFile;

/**
 * How {@code wss} is spoken. Immutable.
 *
 * @param context the keys and trusted certificates, or null for those of the JVM and of the settings here
 * @param trusted certificates of authorities, or of servers, that are trusted besides those of the JVM; to trust nobody else give
 *     {@code context}, which goes without these and without {@code identity}
 * @param identity what is shown to a server that asks who we are, or null
 * @param minimum the oldest version that is spoken
 * @param verifiesHost whether the certificate must be for the host of the url; only ever false by
 *     {@link #withoutHostVerificationWhichIsDangerous()}
 */
public record TlsSettings(
        @Nullable SSLContext context,
        List<X509Certificate> trusted,
        @Nullable ClientIdentity identity,
        Version minimum,
        boolean verifiesHost) {

    private static final TlsSettings STANDARD = new TlsSettings(null, List.of(), null, Version.TLS_1_2, true);

    /** Versions of TLS, oldest first. */
    public enum Version {
        TLS_1_2("TLSv1.2"),
        TLS_1_3("TLSv1.3");

        private final String protocol;

        Version(String protocol) {
            this.protocol = protocol;
        }

        /** What Java calls it. */
        public String protocol() {
            return protocol;
        }

        /** This one and those after it, as Java calls them. */
        String[] andLater() {
            return Arrays.stream(values())
                    .filter(version -> version.compareTo(this) >= 0)
                    .map(Version::protocol)
                    .toArray(String[]::new);
        }

        /**
         * The version that settings call {@code 1.2} or {@code 1.3}.
         *
         * @throws IllegalArgumentException with a sentence that names those there are
         */
        public static Version named(String text) {
            for (Version version : values()) {
                if (version.protocol.equals("TLSv" + text)) {
                    return version;
                }
            }
            throw new IllegalArgumentException("TLS 1.2 or 1.3 expected, got '" + text + "'");
        }
    }

    public TlsSettings {
        trusted = List.copyOf(trusted);
        if (context != null && !trusted.isEmpty()) {
            throw new IllegalArgumentException("a TLS context that is given says itself whom to trust");
        }
        if (context != null && identity != null) {
            throw new IllegalArgumentException("a TLS context that is given has its own keys");
        }
    }

    /** What the JVM trusts, no identity of our own, TLS 1.2 or later, the host verified. */
    public static TlsSettings standard() {
        return STANDARD;
    }

    public TlsSettings withContext(@Nullable SSLContext other) {
        return new TlsSettings(other, trusted, identity, minimum, verifiesHost);
    }

    /** Trusts these too, besides those of the JVM and those of earlier calls. */
    public TlsSettings withTrustedCertificates(Collection<X509Certificate> more) {
        List<X509Certificate> all = new ArrayList<>(trusted);
        all.addAll(more);
        return new TlsSettings(context, all, identity, minimum, verifiesHost);
    }

    /**
     * The same for all certificates in a PEM file.
     *
     * @throws IOException if the file can not be read
     * @throws IllegalArgumentException if it holds no certificate, or one that can not be read; with a sentence that names the file
     */
    public TlsSettings withTrustedCertificates(Path pem) throws IOException {
        return withTrustedCertificates(PemFile.certificates(pem));
    }

    public TlsSettings withIdentity(@Nullable ClientIdentity other) {
        return new TlsSettings(context, trusted, other, minimum, verifiesHost);
    }

    public TlsSettings withMinimum(Version other) {
        return new TlsSettings(context, trusted, identity, other, verifiesHost);
    }

    /** Takes a trusted certificate whatever host it is for: whoever has any such certificate can pose as the server. */
    public TlsSettings withoutHostVerificationWhichIsDangerous() {
        return new TlsSettings(context, trusted, identity, minimum, false);
    }
}
