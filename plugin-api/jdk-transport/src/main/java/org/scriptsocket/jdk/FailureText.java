package org.scriptsocket.jdk;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.NetworkTrouble;

/** What went wrong, as a sentence for a script. */
final class FailureText {

    private FailureText() {}

    /** @param headers those of the answer, if one was read */
    static Failure of(@Nullable Throwable failure, ConnectRequest request, List<HeaderField> headers) {
        List<Throwable> causes = NetworkTrouble.causes(failure);
        for (Throwable cause : causes) {
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
        return new Failure.NotOpened(sentence(causes, request));
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
        if (error instanceof ProtocolException) {
            List<Throwable> causes = NetworkTrouble.causes(error);
            boolean badText = causes.stream().anyMatch(CharacterCodingException.class::isInstance);
            int code = badText ? CloseStatus.BAD_DATA : CloseStatus.PROTOCOL_ERROR;
            return new Failure.Violation(rule(causes, badText), new CloseStatus(code));
        }
        if (error instanceof InternalError) { // The JDK has read the end when it was not prepared for it.
            return new Failure.Lost(request.authority() + " closed the connection without a Close frame");
        }
        return NetworkTrouble.lost(error, request.authority());
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
            String known = NetworkTrouble.notOpened(cause, where);
            if (known != null) {
                return known;
            }
            if (cause instanceof IllegalArgumentException) {
                return "the transport jdk can not send this request to " + where + ": " + cause.getMessage();
            }
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "no one listens on " + where;
        }
        boolean ended = causes.stream().anyMatch(FailureText::isEnd);
        return ended ? where + " closed the connection before it answered" : "the connection to " + where + " failed";
    }

    private static boolean isEnd(Throwable cause) {
        return cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || cause instanceof IOException
                        && (NetworkTrouble.says(cause, "no bytes") || NetworkTrouble.says(cause, "eof"));
    }
}
