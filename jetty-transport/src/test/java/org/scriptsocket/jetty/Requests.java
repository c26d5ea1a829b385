package org.scriptsocket.jetty;

import java.util.List;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.ConnectRequest;

/** Requests to a server of this machine, and copies of them that differ in one thing. */
final class Requests {

    private Requests() {}

    static ConnectRequest to(int port) {
        return new ConnectRequest(
                false,
                "127.0.0.1",
                port,
                "/",
                List.of(new HeaderField("Host", "127.0.0.1:" + port)),
                List.of(),
                20_000,
                Limits.standard(),
                AddressPolicy.anywhere(),
                null);
    }

    static ConnectRequest withHeaders(ConnectRequest r, List<HeaderField> headers, String... protocols) {
        return new ConnectRequest(
                r.tls(),
                r.host(),
                r.port(),
                r.target(),
                headers,
                List.of(protocols),
                r.timeoutMillis(),
                r.limits(),
                r.policy(),
                null);
    }

    static ConnectRequest withTarget(ConnectRequest r, String target) {
        return new ConnectRequest(
                r.tls(),
                r.host(),
                r.port(),
                target,
                r.headers(),
                r.protocols(),
                r.timeoutMillis(),
                r.limits(),
                r.policy(),
                null);
    }

    static ConnectRequest withHost(ConnectRequest r, boolean tls, String host) {
        List<HeaderField> headers = List.of(new HeaderField("Host", host + ":" + r.port()));
        return new ConnectRequest(
                tls,
                host,
                r.port(),
                r.target(),
                headers,
                r.protocols(),
                r.timeoutMillis(),
                r.limits(),
                r.policy(),
                null);
    }

    static ConnectRequest withTimeout(ConnectRequest r, long millis) {
        return new ConnectRequest(
                r.tls(),
                r.host(),
                r.port(),
                r.target(),
                r.headers(),
                r.protocols(),
                millis,
                r.limits(),
                r.policy(),
                null);
    }

    static ConnectRequest withLimits(ConnectRequest r, Limits limits) {
        return new ConnectRequest(
                r.tls(),
                r.host(),
                r.port(),
                r.target(),
                r.headers(),
                r.protocols(),
                r.timeoutMillis(),
                limits,
                r.policy(),
                null);
    }

    static ConnectRequest withPolicy(ConnectRequest r, AddressPolicy policy) {
        return new ConnectRequest(
                r.tls(),
                r.host(),
                r.port(),
                r.target(),
                r.headers(),
                r.protocols(),
                r.timeoutMillis(),
                r.limits(),
                policy,
                null);
    }
}
