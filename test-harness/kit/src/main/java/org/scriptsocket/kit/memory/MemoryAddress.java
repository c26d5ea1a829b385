package org.scriptsocket.kit.memory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.scriptsocket.transport.ConnectRequest;

/** What a host name of a memory connection stands for: literals for themselves, every name for 127.0.0.1. */
final class MemoryAddress {

    private MemoryAddress() {}

    /** What the policy has against it, or empty. */
    static Optional<String> refusal(ConnectRequest request) {
        try {
            return request.policy().refusal(request.host(), new InetSocketAddress(of(request.host()), request.port()));
        } catch (UnknownHostException e) {
            return Optional.of(request.host() + " is no address");
        }
    }

    private static InetAddress of(String host) throws UnknownHostException {
        boolean literal = host.indexOf(':') >= 0 || host.matches("\\d+(\\.\\d+){3}");
        return literal
                ? InetAddress.getByName(host) // never looked up
                : InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1});
    }
}
