package org.scriptsocket.jdk;

import java.util.List;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;

/**
 * Whether the headers of an answer are within their limit, before which the JDK has its own, {@code jdk.http.maxHeaderSize}, and whether the body that
 * they announce is no longer than a message may be: the JDK reads the whole of it into memory, and once it has begun nothing can stop it.
 */
final class AnswerBounds {

    /** Colon, blank and line end. */
    private static final int AROUND = 4;

    private AnswerBounds() {}

    static void check(List<HeaderField> headers, Limits limits) throws TooLongException {
        long size = headers.stream()
                .mapToLong(field -> field.name().length() + field.value().length() + AROUND)
                .sum();
        if (size > limits.responseHeaders()) {
            throw new TooLongException("answered with headers that are over the limit of " + limits.responseHeaders()
                    + " bytes (response-headers)");
        }
        long body = announced(headers);
        if (body > limits.messageIn()) {
            throw new TooLongException("answered with a body of " + body + " bytes, over the limit of "
                    + limits.messageIn() + " bytes (message-in)");
        }
    }

    private static long announced(List<HeaderField> headers) {
        return headers.stream()
                .filter(field -> field.is("Content-Length") && field.value().matches("\\d{1,18}"))
                .mapToLong(field -> Long.parseLong(field.value()))
                .max()
                .orElse(0);
    }
}
