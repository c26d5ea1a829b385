package org.scriptsocket.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates (RFC 7468, section 5) and the private key (section 10) in a PEM file; what else stands in it is passed over. For transports that
 * are told whom to trust by files.
 */
public final class PemFile {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*+)-----END CERTIFICATE-----");

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*+)-----END PRIVATE KEY-----");
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN ([A-Z ]+) PRIVATE KEY-----");

    private PemFile() {}

    /**
     * The first private key, in the form of PKCS#8 without a password.
     *
     * @throws IOException if the file can not be read
     * @throws IllegalArgumentException if there is none, or one that can not be read; with a sentence that names the file
     */
    public static PrivateKey key(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher block = KEY.matcher(text);
        if (!block.find()) {
            Matcher other = OTHER_KEY.matcher(text);
            throw new IllegalArgumentException(
                    other.find()
                            ? file + " holds a key in the form '" + other.group(1)
                                    + "'; PKCS#8 without a password is wanted, as `openssl pkcs8 -topk8 -nocrypt` writes it"
                            : file + " holds no private key in PEM form");
        }
        try {
            return decodeKey(Base64.getMimeDecoder().decode(block.group(1)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds a private key that can not be read", e);
        }
    }

    /** What kind of key it is stands in it, but the JDK wants to be told. */
    private static PrivateKey decodeKey(byte[] der) throws GeneralSecurityException {
        GeneralSecurityException wrong = new InvalidKeySpecException("unknown kind");
        for (String kind : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                wrong = e;
            }
        }
        throw wrong;
    }

    /**
     * All certificates, in their order; one at least.
     *
     * @throws IOException if the file can not be read
     * @throws IllegalArgumentException if there is none, or one that can not be read; with a sentence that names the file
     */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = CERTIFICATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            certificates.add(decode(file, blocks.group(1)));
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no certificate in PEM form");
        }
        return certificates;
    }

    private static X509Certificate decode(Path file, String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds a certificate that can not be read", e);
        }
    }
}
