package org.scriptsocket.jdk;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.ConnectRequest;

/** A request in the words of the JDK's client. */
final class Dial {

    private Dial() {}

    /** @throws IllegalArgumentException if the JDK takes the request for a bad one */
    static CompletableFuture<WebSocket> begin(
            JdkClient client, ConnectRequest request, Answers.Ticket ticket, WebSocket.Listener listener) {
        WebSocket.Builder builder =
                client.webSockets(request.tls()).connectTimeout(Duration.ofMillis(request.timeoutMillis()));
        request.headers().stream().filter(Dial::isOurs).forEach(field -> builder.header(field.name(), field.value()));
        if (!request.protocols().isEmpty()) {
            String[] all = request.protocols().toArray(String[]::new);
            builder.subprotocols(all[0], Arrays.copyOfRange(all, 1, all.length));
        }
        return builder.buildAsync(url(request, ticket), listener);
    }

    /** The client writes these two itself. */
    private static boolean isOurs(HeaderField field) {
        return !field.is("Host") && !field.is("Sec-WebSocket-Protocol");
    }

    private static URI url(ConnectRequest request, Answers.Ticket ticket) {
        String scheme = request.tls() ? "wss://" : "ws://";
        return URI.create(scheme + ticket.userInfo() + request.authority() + request.target());
    }
}
