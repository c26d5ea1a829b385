package org.scriptsocket.transport;

import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What the JDK throws when a connection fails, told in the plain sentences that a {@link Failure} has; for transports. */
public final class NetworkTrouble {

    /** How the JDK tells what a TLS server refused; the names are those of RFC 8446, section 6. */
    private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]+)");

    private NetworkTrouble() {}

    /** The failure and what caused it, the outermost first; empty for null. */
    public static List<Throwable> causes(@Nullable Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** Whether the failure's own message contains the text, which is in lower case. */
    public static boolean says(Throwable failure, String text) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(text);
    }

    /**
     * Why a dial failed, as far as one of the {@link #causes} tells it by itself: an unknown name, no way there, TLS, a reset; null if it does not.
     *
     * @param where host and port, as {@link ConnectRequest#authority()} has them
     */
    public static @Nullable String notOpened(Throwable cause, String where) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "the host name of " + where + " is not known";
        }
        if (cause instanceof SSLException || cause instanceof CertificateException) {
            return tls(cause, where);
        }
        if (cause instanceof NoRouteToHostException || says(cause, "unreachable") || says(cause, "no route")) {
            return where + " can not be reached from this machine";
        }
        return isReset(cause) ? where + " reset the connection before it answered" : null;
    }

    /** How an established connection ended without a Close frame, when reading or writing failed so. */
    public static Failure.Lost lost(Throwable failure, String where) {
        boolean reset = causes(failure).stream().anyMatch(NetworkTrouble::isReset);
        return new Failure.Lost(reset ? where + " reset the connection" : "the connection to " + where + " broke");
    }

    private static String tls(Throwable failure, String where) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof CertPathBuilderException) {
                return "the TLS certificate of " + where + " is not signed by anyone who is trusted";
            }
            if (says(cause, "no subject alternative") || says(cause, "no name matching")) {
                return "the TLS certificate of " + where + " is for another host";
            }
            if (says(cause, "expired") || says(cause, "notafter") || says(cause, "not yet valid")) {
                return "the TLS certificate of " + where + " is not valid today";
            }
            if (says(cause, "plaintext") || says(cause, "unsupported or unrecognized")) {
                return where + " does not speak TLS";
            }
            Matcher alert = ALERT.matcher(String.valueOf(cause.getMessage()));
            if (alert.find()) {
                return where + " refused the TLS handshake (" + alert.group(1).replace('_', ' ') + ")";
            }
        }
        return "the TLS handshake with " + where + " failed";
    }

    private static boolean isReset(Throwable failure) {
        return says(failure, "connection reset") || says(failure, "broken pipe");
    }
}
