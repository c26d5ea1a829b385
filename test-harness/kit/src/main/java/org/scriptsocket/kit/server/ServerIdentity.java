package org.scriptsocket.kit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * Who a TLS server says it is.
 *
 * @param chain its certificate, then those that signed it
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final char[] PASSWORD = {};

    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** Sockets of a server with this identity, for {@link MisbehavingServer#start(javax.net.ServerSocketFactory)}. */
    public SSLServerSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers().getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes its certificate in PEM form, for a client that is to trust just this server, and returns the file. */
    public Path writePem(Path file) throws IOException {
        return Files.writeString(file, CertificateAuthority.pem(chain.get(0)));
    }

    private KeyManagerFactory keyManagers() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", key, PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        return managers;
    }
}
