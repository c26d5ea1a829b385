package org.scriptsocket.kit.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;

/**
 * Signs certificates for the TLS servers of a test, made on the spot: good ones, and such as a client must refuse.
 *
 * <pre>{@code
 * CertificateAuthority authority = CertificateAuthority.create("Test CA");
 * ServerIdentity identity = authority.sign("localhost", "127.0.0.1");
 * MisbehavingServer server = MisbehavingServer.start(identity.sockets());
 * Path pem = authority.writePem(folder.resolve("ca.pem"));
 * }</pre>
 */
public final class CertificateAuthority {

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final Duration LIFE = Duration.ofDays(365);
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final KeyPair keys;
    private final X500Principal name;
    private final X509Certificate certificate;

    private CertificateAuthority(KeyPair keys, X500Principal name, X509Certificate certificate) {
        this.keys = keys;
        this.name = name;
        this.certificate = certificate;
    }

    /** One that nobody has signed but itself. */
    public static CertificateAuthority create(String commonName) {
        KeyPair keys = keys();
        X500Principal name = new X500Principal("CN=" + commonName);
        Instant now = Instant.now();
        byte[] canSign = extension("2.5.29.19", Der.sequence(Der.yes()));
        X509Certificate own =
                certificate(keys, name, name, keys.getPublic(), now.minus(LIFE), now.plus(LIFE), List.of(canSign));
        return new CertificateAuthority(keys, name, own);
    }

    /** Certificate and key of a server with these names or IPv4 addresses, the first of them its common name; valid now. */
    public ServerIdentity sign(String... hosts) {
        Instant now = Instant.now();
        return sign(now.minus(LIFE), now.plus(LIFE), hosts);
    }

    /** The same with other dates. */
    public ServerIdentity sign(Instant notBefore, Instant notAfter, String... hosts) {
        KeyPair server = keys();
        X500Principal subject = new X500Principal("CN=" + hosts[0]);
        X509Certificate signed =
                certificate(keys, name, subject, server.getPublic(), notBefore, notAfter, List.of(alternatives(hosts)));
        return new ServerIdentity(server.getPrivate(), List.of(signed, certificate));
    }

    /** A server that has signed its certificate itself. */
    public static ServerIdentity selfSigned(String... hosts) {
        KeyPair server = keys();
        X500Principal subject = new X500Principal("CN=" + hosts[0]);
        Instant now = Instant.now();
        X509Certificate own = certificate(
                server,
                subject,
                subject,
                server.getPublic(),
                now.minus(LIFE),
                now.plus(LIFE),
                List.of(alternatives(hosts)));
        return new ServerIdentity(server.getPrivate(), List.of(own));
    }

    /** What a client is to trust. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Writes {@link #certificate} in PEM form, and returns the file. */
    public Path writePem(Path file) throws IOException {
        return Files.writeString(file, pem(certificate));
    }

    static String pem(X509Certificate certificate) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 5280, section 4.1. */
    private static X509Certificate certificate(
            KeyPair signer,
            X500Principal issuer,
            X500Principal subject,
            PublicKey key,
            Instant notBefore,
            Instant notAfter,
            List<byte[]> extensions) {
        byte[] content = Der.sequence(
                Der.tagged(0xA0, Der.integer(2)),
                Der.integer(SERIAL.getAndIncrement()),
                ECDSA_WITH_SHA256,
                issuer.getEncoded(),
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                subject.getEncoded(),
                key.getEncoded(),
                Der.tagged(0xA3, Der.sequence(extensions)));
        return parse(Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature(signer, content))));
    }

    private static byte[] alternatives(String... hosts) {
        List<byte[]> names = new ArrayList<>();
        for (String host : hosts) {
            names.add(
                    host.matches("\\d+(\\.\\d+){3}")
                            ? Der.tagged(0x87, address(host))
                            : Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII)));
        }
        return extension("2.5.29.17", Der.sequence(names));
    }

    private static byte[] address(String literal) {
        byte[] bytes = new byte[4];
        List<Integer> parts =
                Arrays.stream(literal.split("\\.", -1)).map(Integer::valueOf).toList();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = parts.get(i).byteValue();
        }
        return bytes;
    }

    private static byte[] extension(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(KeyPair signer, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
