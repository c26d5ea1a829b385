package org.scriptsocket.kit.memory;

import java.util.List;
import java.util.Optional;
import org.scriptsocket.kit.peer.Handshake;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.HandshakeResponse;

/** What a client checks of a 101 (RFC 6455, section 4.1). */
final class AnswerRules {

    private AnswerRules() {}

    /** Which header is wrong and how, or empty. */
    static Optional<String> problem(ConnectRequest request, HandshakeResponse response, String key) {
        if (!value(response, "Upgrade").equalsIgnoreCase("websocket")) {
            return Optional.of("Upgrade is '" + value(response, "Upgrade") + "'");
        }
        if (!Handshake.holds(value(response, "Connection"), "upgrade")) {
            return Optional.of("Connection is '" + value(response, "Connection") + "'");
        }
        if (!value(response, "Sec-WebSocket-Accept").equals(Handshake.acceptOf(key))) {
            return Optional.of("Sec-WebSocket-Accept does not belong to the key");
        }
        if (!value(response, "Sec-WebSocket-Extensions").isEmpty()) {
            return Optional.of("Sec-WebSocket-Extensions names one that was not offered");
        }
        String protocol = value(response, "Sec-WebSocket-Protocol");
        return protocol.isEmpty() || request.protocols().contains(protocol)
                ? Optional.empty()
                : Optional.of("Sec-WebSocket-Protocol '" + protocol + "' was not offered");
    }

    private static String value(HandshakeResponse response, String name) {
        List<String> values = response.headers().stream()
                .filter(field -> field.is(name))
                .map(HeaderField::value)
                .toList();
        return String.join(", ", values);
    }
}
