package org.scriptsocket.jdk;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.ConnectRequest;

/** What an answer that the JDK does not take tells. */
final class Refusal {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    /** The body, which the JDK has decoded as text: bytes that are none in its charset are lost. Cut at the limit. */
    static byte[] body(HttpResponse<?> response, long limit) {
        byte[] all = response.body() instanceof String text ? text.getBytes(charset(response)) : new byte[0];
        return all.length > limit ? Arrays.copyOf(all, (int) limit) : all;
    }

    private static Charset charset(HttpResponse<?> response) {
        Matcher named =
                CHARSET.matcher(response.headers().firstValue("Content-Type").orElse(""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Why the JDK does not take a 101; it is stricter than RFC 6455. */
    static String problem(List<HeaderField> headers, ConnectRequest request) {
        if (!isOne(headers, "Upgrade", "websocket")) {
            return "Upgrade is '" + value(headers, "Upgrade") + "'";
        }
        if (!isOne(headers, "Connection", "upgrade")) {
            return "Connection is '" + value(headers, "Connection") + "', and the transport jdk takes no list";
        }
        if (!values(headers, "Sec-WebSocket-Extensions").isEmpty()) {
            return "Sec-WebSocket-Extensions names one that was not offered";
        }
        String protocol = value(headers, "Sec-WebSocket-Protocol");
        if (!protocol.isEmpty() && !request.protocols().contains(protocol)) {
            return "Sec-WebSocket-Protocol '" + protocol + "' was not offered";
        }
        return "Sec-WebSocket-Accept does not belong to the key";
    }

    private static boolean isOne(List<HeaderField> headers, String name, String value) {
        return value(headers, name).toLowerCase(Locale.ROOT).equals(value);
    }

    private static String value(List<HeaderField> headers, String name) {
        return String.join(", ", values(headers, name));
    }

    private static List<String> values(List<HeaderField> headers, String name) {
        Stream<HeaderField> named = headers.stream().filter(field -> field.is(name));
        return named.map(HeaderField::value).toList();
    }
}
