package org.scriptsocket.jetty;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The names in a certificate, fit to be shown: whoever made it may have written anything. */
final class CertificateNames {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final int SHOWN_HOSTS = 3;
    private static final int SHOWN_SIGNS = 60;

    private CertificateNames() {}

    /** The hosts that it is for: the alternative names, and only without these the common name (RFC 9110, section 4.3.4). */
    static String hosts(X509Certificate certificate) {
        List<String> hosts = alternatives(certificate);
        if (hosts.isEmpty()) {
            return subject(certificate);
        }
        String shown = String.join(", ", hosts.subList(0, Math.min(SHOWN_HOSTS, hosts.size())));
        return hosts.size() > SHOWN_HOSTS ? shown + " and " + (hosts.size() - SHOWN_HOSTS) + " more" : shown;
    }

    static String subject(X509Certificate certificate) {
        return commonName(certificate.getSubjectX500Principal());
    }

    static String issuer(X509Certificate certificate) {
        return commonName(certificate.getIssuerX500Principal());
    }

    private static List<String> alternatives(X509Certificate certificate) {
        List<String> hosts = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (name.get(0) instanceof Integer kind && (kind == DNS || kind == ADDRESS)) {
                    hosts.add(shown(String.valueOf(name.get(1))));
                }
            }
        } catch (CertificateParsingException e) {
            hosts.clear();
        }
        return hosts;
    }

    private static String commonName(X500Principal name) {
        try {
            for (Rdn part : new LdapName(name.getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return "'" + shown(String.valueOf(part.getValue())) + "'";
                }
            }
        } catch (InvalidNameException e) {
            // as one without a common name
        }
        return "someone without a name";
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(SHOWN_SIGNS).forEach(c -> shown.append(c < ' ' || c == 0x7F ? '?' : (char) c));
        return text.length() > SHOWN_SIGNS ? shown + "..." : shown.toString();
    }
}
