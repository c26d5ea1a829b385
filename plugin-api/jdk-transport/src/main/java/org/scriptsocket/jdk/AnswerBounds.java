package org.scriptsocket.jdk;

import java.util.List;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;

/** Whether the headers of an answer are within their limit. Before that the JDK has its own, {@code jdk.http.maxHeaderSize}. */
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
    }
}
