package org.scriptsocket.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.scriptsocket.transport.PemFile;

/**
 * Who a client says it is, to a server that asks (RFC 8446, 4.4.2). Immutable; its text shows no key.
 *
 * @param chain its certificate, then those that signed it
 */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final char[] NONE = {};

    /** @throws IllegalArgumentException if there is no certificate */
    public ClientIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a certificate expected");
        }
    }

    /**
     * Reads certificate and key in PEM form, the key as PKCS#8 ({@code BEGIN PRIVATE KEY}); both may be the same file.
     *
     * @throws IOException if a file can not be read
     * @throws IllegalArgumentException if there is no certificate or key in it, or none that can be read; with a sentence that names the file
     */
    public static ClientIdentity fromPem(Path certificates, Path key) throws IOException {
        return new ClientIdentity(PemFile.key(key), PemFile.certificates(certificates));
    }

    /**
     * Takes the one key of a key store, PKCS#12 or JKS.
     *
     * @throws IOException if the file can not be read, or the password is wrong
     * @throws IllegalArgumentException if there is no key in it, or more than one; with a sentence that names the file
     */
    public static ClientIdentity fromKeyStore(Path file, char[] password) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, password);
            return only(keys, file, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " is a key store that can not be read", e);
        }
    }

    private static ClientIdentity only(KeyStore keys, Path file, char[] password) throws GeneralSecurityException {
        List<String> names = Collections.list(keys.aliases()).stream()
                .filter(name -> isKey(keys, name))
                .toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException(file + " holds " + names.size() + " keys; one expected");
        }
        Key key = keys.getKey(names.get(0), password);
        Certificate[] chain = keys.getCertificateChain(names.get(0));
        return new ClientIdentity(
                (PrivateKey) key,
                Arrays.stream(chain).map(X509Certificate.class::cast).toList());
    }

    private static boolean isKey(KeyStore keys, String name) {
        try {
            return keys.isKeyEntry(name);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    KeyManager[] managers() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("client", key, NONE, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, NONE);
        return managers.getKeyManagers();
    }

    @Override
    public String toString() {
        return "the identity " + chain.get(0).getSubjectX500Principal();
    }
}
