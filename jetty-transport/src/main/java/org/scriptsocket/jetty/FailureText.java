package org.scriptsocket.jetty;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;

/** What went wrong, as a sentence for a script: Jetty's own texts hold class names, object dumps and hashes. */
final class FailureText {

    /** How the JDK tells what a TLS server refused; the names are those of RFC 8446, section 6. */
    private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]+)");

    private FailureText() {}

    /** Why a connection could not be opened. */
    static Failure of(@Nullable Throwable failure, ConnectRequest request) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof PlainException plain) {
                return new Failure.NotOpened(plain.why());
            }
            if (cause instanceof UntrustedException untrusted) {
                return new Failure.NotOpened(
                        "the TLS certificate of " + request.authority() + " " + untrusted.why(request.host()));
            }
            if (cause instanceof HttpException http && !"Early EOF".equals(http.getReason())) {
                return unreadable(String.valueOf(http.getReason()), request);
            }
        }
        return new Failure.NotOpened(sentence(causes, request));
    }

    /** How an established connection ended, when reading or writing failed so. */
    static Failure.Lost lost(Throwable failure, ConnectRequest request) {
        return isReset(failure) ? new Failure.Lost(request.authority() + " reset the connection") : broken(request);
    }

    /** An established connection ended, and nothing tells why. */
    static Failure.Lost broken(ConnectRequest request) {
        return new Failure.Lost("the connection to " + request.authority() + " broke");
    }

    private static Failure unreadable(String reason, ConnectRequest request) {
        return reason.contains("Too Large")
                ? new Failure.NotOpened("the response headers of " + request.authority() + " are over the limit of "
                        + request.limits().responseHeaders() + " bytes (response-headers)")
                : new Failure.NotHttp("the answer of " + request.authority() + " is not HTTP");
    }

    private static String sentence(List<Throwable> causes, ConnectRequest request) {
        for (Throwable cause : causes) {
            String known = known(cause, request);
            if (known != null) {
                return known;
            }
        }
        return "the connection to " + request.authority() + " failed";
    }

    private static @Nullable String known(Throwable cause, ConnectRequest request) {
        String where = request.authority();
        if (cause instanceof UnknownHostException) {
            return "the host name of " + where + " is not known";
        }
        if (cause instanceof SSLException || cause instanceof CertificateException) {
            return tls(cause, request);
        }
        if (cause instanceof NoRouteToHostException || says(cause, "unreachable")) {
            return where + " can not be reached from this machine";
        }
        if (cause instanceof ConnectException) {
            return says(cause, "timed out") ? where + " did not answer the dial" : "no one listens on " + where;
        }
        if (isReset(cause)) {
            return where + " reset the connection before it answered";
        }
        boolean ended = cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || cause instanceof HttpException;
        return ended ? where + " closed the connection before it answered" : null;
    }

    private static String tls(Throwable cause, ConnectRequest request) {
        String where = request.authority();
        for (Throwable reason : causes(cause)) {
            if (reason instanceof CertPathBuilderException) {
                return "the TLS certificate of " + where + " is not signed by anyone who is trusted";
            }
            if (says(reason, "no subject alternative") || says(reason, "no name matching")) {
                return "the TLS certificate of " + where + " is for another host";
            }
            if (says(reason, "expired") || says(reason, "notafter") || says(reason, "not yet valid")) {
                return "the TLS certificate of " + where + " is not valid today";
            }
            if (says(reason, "plaintext") || says(reason, "unsupported or unrecognized")) {
                return where + " does not speak TLS";
            }
            Matcher alert = ALERT.matcher(String.valueOf(reason.getMessage()));
            if (alert.find()) {
                return where + " refused the TLS handshake (" + alert.group(1).replace('_', ' ') + ")";
            }
        }
        return "the TLS handshake with " + where + " failed";
    }

    private static boolean isReset(Throwable failure) {
        return says(failure, "connection reset") || says(failure, "broken pipe");
    }

    private static boolean says(Throwable failure, String text) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(text);
    }

    static List<Throwable> causes(@Nullable Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
