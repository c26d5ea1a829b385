package org.scriptsocket.jetty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Whom {@code wss} trusts; loaded when it is first asked. */
final class Trust {

    private final TlsSettings settings;
    private SslContextFactory.@Nullable Client factory;

    Trust(JettySettings settings) {
        this.settings = settings.tls();
    }

    synchronized SslContextFactory.Client factory() {
        if (factory == null) {
            factory = load();
        }
        return factory;
    }

    private SslContextFactory.Client load() {
        SslContextFactory.Client client = new SslContextFactory.Client(false);
        client.setEndpointIdentificationAlgorithm(settings.verifiesHost() ? "HTTPS" : null);
        client.setIncludeProtocols(settings.minimum().andLater());
        client.setSNIProvider(Trust::serverNames);
        SSLContext given = settings.context();
        try {
            client.setSslContext(given == null ? context() : given);
            client.start();
        } catch (Exception e) {
            throw new PlainException("the certificates that this JVM trusts could not be loaded");
        }
        return client;
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        List<X509Certificate> more = settings.trusted();
        ClientIdentity identity = settings.identity();
        X509ExtendedTrustManager jvm = checks(null);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                identity == null ? null : identity.managers(),
                new TrustManager[] {new ServerTrust(more.isEmpty() ? jvm : checks(all(jvm, more)))},
                null);
        return context;
    }

    /** @param trusted null for what the JVM trusts */
    private static X509ExtendedTrustManager checks(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("This JVM checks no certificates");
    }

    private static KeyStore all(X509ExtendedTrustManager jvm, List<X509Certificate> more)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        for (X509Certificate certificate : jvm.getAcceptedIssuers()) {
            all.setCertificateEntry("jvm-" + all.size(), certificate);
        }
        for (X509Certificate certificate : more) {
            all.setCertificateEntry("given-" + all.size(), certificate);
        }
        return all;
    }

    /** The JDK names the host only where it has a dot; a literal address is never named (RFC 6066, section 3). */
    private static List<SNIServerName> serverNames(SSLEngine engine, List<SNIServerName> known) {
        String host = engine.getPeerHost();
        return known.isEmpty() && host != null && host.matches("[A-Za-z0-9_-]+")
                ? List.of(new SNIHostName(host.getBytes(StandardCharsets.US_ASCII)))
                : known;
    }
}
