package org.scriptsocket.jetty;

import java.io.EOFException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.NetworkTrouble;

/** What went wrong, as a sentence for a script: Jetty's own texts hold class names, object dumps and hashes. */
final class FailureText {

    private FailureText() {}

    /** Why a connection could not be opened. */
    static Failure of(@Nullable Throwable failure, ConnectRequest request) {
        List<Throwable> causes = NetworkTrouble.causes(failure);
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
            String known = known(cause, request.authority());
            if (known != null) {
                return known;
            }
        }
        return "the connection to " + request.authority() + " failed";
    }

    private static @Nullable String known(Throwable cause, String where) {
        String known = NetworkTrouble.notOpened(cause, where);
        if (known != null) {
            return known;
        }
        if (cause instanceof ConnectException) {
            boolean late = NetworkTrouble.says(cause, "timed out");
            return late ? where + " did not answer the dial" : "no one listens on " + where;
        }
        boolean ended = cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || cause instanceof HttpException;
        return ended ? where + " closed the connection before it answered" : null;
    }
}
