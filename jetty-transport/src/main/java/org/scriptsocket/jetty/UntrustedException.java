package org.scriptsocket.jetty;

import java.security.cert.CertificateException;

/** Carries through the JDK what is wrong with a server's certificate; the text goes on after "the TLS certificate of HOST:PORT". */
final class UntrustedException extends CertificateException {

    private static final long serialVersionUID = 1;

    private final boolean forAnother;

    /** @param forAnother whether the text is to be followed by the host that was asked for */
    UntrustedException(String why, boolean forAnother, CertificateException cause) {
        super(why, cause);
        this.forAnother = forAnother;
    }

    String why(String host) {
        return getMessage() + (forAnother ? ", not for " + host : "");
    }
}
