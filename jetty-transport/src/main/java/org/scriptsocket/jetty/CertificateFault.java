package org.scriptsocket.jetty;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.scriptsocket.transport.NetworkTrouble;

/** Says what is wrong with a certificate that the JDK has refused: its own texts do not, or name classes. */
final class CertificateFault {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private CertificateFault() {}

    /** @param good whether all is well with it but its host */
    static UntrustedException explain(X509Certificate[] chain, CertificateException refusal, boolean good) {
        X509Certificate own = chain[0];
        String dates = dates(own);
        if (!dates.isEmpty()) {
            return new UntrustedException(dates, false, refusal);
        }
        return good && refusal.getCause() == null
                ? new UntrustedException("is for " + CertificateNames.hosts(own), true, refusal)
                : new UntrustedException(signature(chain, refusal), false, refusal);
    }

    private static String signature(X509Certificate[] chain, CertificateException refusal) {
        if (isSelfSigned(chain[0])) {
            return "is self-signed, and is not one of those that are trusted";
        }
        for (int i = 1; i < chain.length; i++) {
            String dates = dates(chain[i]);
            if (!dates.isEmpty()) {
                return "is signed by " + CertificateNames.subject(chain[i]) + ", whose own " + dates;
            }
        }
        if (isOf(refusal, CertPathBuilderException.class)) {
            return "is signed by an unknown authority, " + CertificateNames.issuer(chain[chain.length - 1]);
        }
        return isWeak(refusal)
                ? "or the one of its authority uses an algorithm that is too weak"
                : "is not one for a server, or is signed by one that may not sign";
    }

    /** Empty if they are good. */
    private static String dates(X509Certificate certificate) {
        Instant now = Instant.now();
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            return "has been expired since " + DAY.format(end);
        }
        return now.isBefore(begin) ? "is not valid before " + DAY.format(begin) : "";
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isWeak(Throwable refusal) {
        for (Throwable cause : NetworkTrouble.causes(refusal)) {
            if (cause instanceof CertPathValidatorException path
                    && path.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Throwable refusal, Class<? extends Throwable> kind) {
        return NetworkTrouble.causes(refusal).stream().anyMatch(kind::isInstance);
    }
}
