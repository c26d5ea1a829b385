package org.scriptsocket.jetty;

import java.util.List;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.ConnectRequestBuilder;

/** Requests to a server of this machine, and copies of them that differ in one thing. */
final class Requests {

    private Requests() {}

    static ConnectRequest to(int port) {
        return ConnectRequest.to("127.0.0.1", port).build();
    }

    static ConnectRequest withHeaders(ConnectRequest r, List<HeaderField> headers, String... protocols) {
        return to(r.host(), r).headers(headers).protocols(protocols).build();
    }

    static ConnectRequest withTarget(ConnectRequest r, String target) {
        return like(r).target(target).build();
    }

    static ConnectRequest withHost(ConnectRequest r, boolean tls, String host) {
        return to(host, r).tls(tls).build();
    }

    static ConnectRequest withTimeout(ConnectRequest r, long millis) {
        return like(r).timeoutMillis(millis).build();
    }

    static ConnectRequest withLimits(ConnectRequest r, Limits limits) {
        return like(r).limits(limits).build();
    }

    static ConnectRequest withPolicy(ConnectRequest r, AddressPolicy policy) {
        return like(r).policy(policy).build();
    }

    private static ConnectRequestBuilder like(ConnectRequest r) {
        return to(r.host(), r).headers(r.headers());
    }

    private static ConnectRequestBuilder to(String host, ConnectRequest r) {
        return ConnectRequest.to(host, r.port())
                .tls(r.tls())
                .target(r.target())
                .timeoutMillis(r.timeoutMillis())
                .limits(r.limits())
                .policy(r.policy())
                .client(r.client());
    }
}
