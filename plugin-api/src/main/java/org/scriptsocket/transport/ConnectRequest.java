package org.scriptsocket.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;

/**
 * What to open: valid, complete, and the same for every transport.
 *
 * @param tls whether TLS is spoken from the first byte ({@code wss})
 * @param host the name or IP literal to dial, an IPv6 literal without brackets
 * @param port from 1 to 65535
 * @param target path and query of the request line, with no byte that may not stand there
 * @param headers all header lines of the request but those that the handshake owns ({@code Upgrade}, {@code Connection},
 *     {@code Sec-WebSocket-Key}, {@code -Version}, {@code -Extensions}), in order, {@code Host} among them; sent as spelled
 * @param protocols the subprotocols that {@code headers} offer; a response that names another fails the handshake
 * @param timeoutMillis milliseconds until the handshake must have been accepted, over 0
 * @param limits bounds of this connection
 * @param policy asked for every resolved address before it is dialled
 * @param observer sees each frame, or null
 * @param client for whom it is, by identity: one object for all connects of a host, so that one host can not starve the others; refers to nothing of it
 * @param buffers counts what the transport keeps of this connection
 */
public record ConnectRequest(
        boolean tls,
        String host,
        int port,
        String target,
        List<HeaderField> headers,
        List<String> protocols,
        long timeoutMillis,
        Limits limits,
        AddressPolicy policy,
        @Nullable FrameObserver observer,
        Object client,
        BufferMeter buffers) {

    public ConnectRequest {
        headers = List.copyOf(headers);
        protocols = List.copyOf(protocols);
    }

    /** Host and port as an error text names them: {@code example.com:80}, {@code [::1]:80}. */
    public String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** A request that is plain but for host and port. */
    public static ConnectRequestBuilder to(String host, int port) {
        return new ConnectRequestBuilder(host, port);
    }
}
