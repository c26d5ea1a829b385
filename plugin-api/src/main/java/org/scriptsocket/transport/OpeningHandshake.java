package org.scriptsocket.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.scriptsocket.policy.HeaderField;

/** The opening handshake of one connection (RFC 6455, section 4.1), for transports that speak HTTP themselves. */
public final class OpeningHandshake {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConnectRequest request;
    private final String key;

    /** Takes a random key. */
    public OpeningHandshake(ConnectRequest request) {
        this(request, randomKey());
    }

    /** With the key of a {@code Sec-WebSocket-Key} that is sent already. */
    public OpeningHandshake(ConnectRequest request, String key) {
        this.request = request;
        this.key = key;
    }

    /** All header lines to send, in order: those of the request, then those of the handshake. */
    public List<HeaderField> headers() {
        List<HeaderField> all = new ArrayList<>(request.headers());
        all.add(new HeaderField("Upgrade", "websocket"));
        all.add(new HeaderField("Connection", "Upgrade"));
        all.add(new HeaderField("Sec-WebSocket-Version", "13"));
        all.add(new HeaderField("Sec-WebSocket-Key", key));
        return all;
    }

    /** Which header of a 101 is wrong and how, beginning with its name, as {@link Failure.BadHandshake} wants it; or empty. */
    public Optional<String> problem(HandshakeResponse answer) {
        String upgrade = value(answer, "Upgrade");
        if (!upgrade.equalsIgnoreCase("websocket")) {
            return Optional.of("Upgrade is '" + upgrade + "'");
        }
        String connection = value(answer, "Connection");
        if (Arrays.stream(connection.split(",")).noneMatch(each -> each.trim().equalsIgnoreCase("upgrade"))) {
            return Optional.of("Connection is '" + connection + "'");
        }
        if (!value(answer, "Sec-WebSocket-Accept").equals(accept())) {
            return Optional.of("Sec-WebSocket-Accept does not belong to the key");
        }
        if (!value(answer, "Sec-WebSocket-Extensions").isEmpty()) {
            return Optional.of("Sec-WebSocket-Extensions names one that was not offered");
        }
        return wrongProtocol(value(answer, "Sec-WebSocket-Protocol"));
    }

    private Optional<String> wrongProtocol(String protocol) {
        return protocol.isEmpty() || request.protocols().contains(protocol)
                ? Optional.empty()
                : Optional.of("Sec-WebSocket-Protocol '" + protocol + "' was not offered");
    }

    private String accept() {
        try {
            byte[] text = (key + GUID).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    private static String randomKey() {
        byte[] key = new byte[16];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String value(HandshakeResponse answer, String name) {
        List<String> values = answer.headers().stream()
                .filter(field -> field.is(name))
                .map(HeaderField::value)
                .toList();
        return String.join(", ", values);
    }
}
