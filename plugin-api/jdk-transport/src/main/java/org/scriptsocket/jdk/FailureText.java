package org.scriptsocket.jdk;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;

/** What went wrong, as a sentence for a script. */
final class FailureText {

    private FailureText() {}

    /** @param headers those of the answer, if one was read */
    static Failure of(@Nullable Throwable failure, ConnectRequest request, List<HeaderField> headers) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof WebSocketHandshakeException refused) {
                return refused(refused.getResponse(), request, headers);
            }
            if (cause instanceof HttpTimeoutException) {
                return new Failure.TimedOut();
            }
            if (cause instanceof TooLongException) {
                return new Failure.NotOpened(request.authority() + " " + cause.getMessage());
            }
            if (cause instanceof ProtocolException) {
                return new Failure.NotHttp("the answer of " + request.authority() + " is not HTTP");
            }
        }
        return new Failure.NotOpened(sentence(causes(failure), request));
    }

    private static Failure refused(HttpResponse<?> response, ConnectRequest request, List<HeaderField> headers) {
        byte[] body = Refusal.body(response, request.limits().responseBody());
        HandshakeResponse answer = new HandshakeResponse(response.statusCode(), headers, body);
        return response.statusCode() == 101
                ? new Failure.BadHandshake(Refusal.problem(headers, request), answer)
                : new Failure.WrongStatus(answer);
    }

    /** How an established connection ended. */
    static Failure ended(Throwable error, ConnectRequest request) {
        List<Throwable> causes = causes(error);
        if (error instanceof ProtocolException) {
            boolean badText = causes.stream().anyMatch(CharacterCodingException.class::isInstance);
            int code = badText ? CloseStatus.BAD_DATA : CloseStatus.PROTOCOL_ERROR;
            return new Failure.Violation(rule(causes, badText), new CloseStatus(code));
        }
        if (error instanceof InternalError) { // The JDK has read the end when it was not prepared for it.
            return new Failure.Lost(request.authority() + " closed the connection without a Close frame");
        }
        boolean reset = causes.stream().anyMatch(FailureText::isReset);
        String where = request.authority();
        return new Failure.Lost(reset ? where + " reset the connection" : "the connection to " + where + " broke");
    }

    /** The JDK's own words are in the cause, where there is one. */
    private static String rule(List<Throwable> causes, boolean badText) {
        if (badText) {
            return "text that is not valid UTF-8";
        }
        String why = causes.size() < 2 ? null : causes.get(1).getMessage();
        return "broken rule of the protocol: " + (why == null ? "not said which" : why);
    }

    private static String sentence(List<Throwable> causes, ConnectRequest request) {
        String where = request.authority();
        for (Throwable cause : causes) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return "the host name of " + where + " is not known";
            }
            if (cause instanceof IllegalArgumentException) {
                return "the transport jdk can not send this request to " + where + ": " + cause.getMessage();
            }
            if (cause instanceof SSLException) {
                return tls(cause, where);
            }
            if (says(cause, "unreachable") || says(cause, "no route")) {
                return where + " can not be reached from this machine";
            }
            if (isReset(cause)) {
                return where + " reset the connection before it answered";
            }
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "no one listens on " + where;
        }
        boolean ended = causes.stream().anyMatch(FailureText::isEnd);
        return ended ? where + " closed the connection before it answered" : "the connection to " + where + " failed";
    }

    private static String tls(Throwable failure, String where) {
        for (Throwable cause : causes(failure)) {
            if (says(cause, "unable to find valid certification path")) {
                return "the TLS certificate of " + where + " is not signed by anyone who is trusted";
            }
            if (says(cause, "no subject alternative") || says(cause, "no name matching")) {
                return "the TLS certificate of " + where + " is for another host";
            }
            if (says(cause, "notafter") || says(cause, "not yet valid") || says(cause, "expired")) {
                return "the TLS certificate of " + where + " is not valid today";
            }
            if (says(cause, "plaintext") || says(cause, "unsupported or unrecognized")) {
                return where + " does not speak TLS";
            }
        }
        return "the TLS handshake with " + where + " failed";
    }

    private static boolean isEnd(Throwable cause) {
        return cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || cause instanceof IOException && (says(cause, "no bytes") || says(cause, "eof"));
    }

    private static boolean isReset(Throwable cause) {
        return says(cause, "connection reset") || says(cause, "broken pipe");
    }

    private static boolean says(Throwable failure, String text) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(text);
    }

    private static List<Throwable> causes(@Nullable Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
