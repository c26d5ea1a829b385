package org.scriptsocket.kit.peer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scriptsocket.policy.HeaderField;

/** The server's side of the opening handshake (RFC 6455, section 4.2). */
public final class Handshake {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    /** What is wrong with a request (RFC 6455, section 4.2.1), as a sentence, or empty. */
    public static Optional<String> problem(Seen.Request request) {
        if (!request.line().matches("GET \\S+ HTTP/1\\.1")) {
            return Optional.of("the request line is '" + request.line() + "'");
        }
        if (request.header("Host").isEmpty()) {
            return Optional.of("there is no Host");
        }
        return wrongHeader(request).map(name -> name + " is '" + request.header(name) + "'");
    }

    private static Optional<String> wrongHeader(Seen.Request request) {
        if (!request.header("Upgrade").equalsIgnoreCase("websocket")) {
            return Optional.of("Upgrade");
        }
        if (!holds(request.header("Connection"), "upgrade")) {
            return Optional.of("Connection");
        }
        if (!request.header("Sec-WebSocket-Version").equals("13")) {
            return Optional.of("Sec-WebSocket-Version");
        }
        return isKey(request.header("Sec-WebSocket-Key")) ? Optional.empty() : Optional.of("Sec-WebSocket-Key");
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == 16;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a header's list holds this, whatever the case. */
    public static boolean holds(String list, String member) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split(",", -1))
                .anyMatch(each -> each.strip().equals(member));
    }

    /** The {@code Sec-WebSocket-Accept} that belongs to a key. */
    public static String acceptOf(String key) {
        try {
            byte[] text = (key + GUID).getBytes(StandardCharsets.ISO_8859_1);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    /** All headers of a 101. */
    public static List<HeaderField> headers(Answer.Accept answer, String key) {
        List<HeaderField> all = new ArrayList<>(List.of(
                new HeaderField("Upgrade", "websocket"),
                new HeaderField("Connection", "Upgrade"),
                new HeaderField("Sec-WebSocket-Accept", acceptOf(key))));
        all.removeIf(own -> answer.headers().stream().anyMatch(other -> other.is(own.name())));
        answer.headers().stream().filter(field -> !field.value().isEmpty()).forEach(all::add);
        return all;
    }

    /** All headers of a refusal. */
    public static List<HeaderField> headers(Answer.Reject answer) {
        List<HeaderField> all = new ArrayList<>(answer.headers());
        boolean framed = all.stream().anyMatch(field -> field.is("Transfer-Encoding") || field.is("Content-Length"));
        if (!framed) {
            all.add(new HeaderField("Content-Length", String.valueOf(answer.body().length + answer.missing())));
        }
        if (all.stream().noneMatch(field -> field.is("Connection"))) {
            all.add(new HeaderField("Connection", "close"));
        }
        return all;
    }
}
