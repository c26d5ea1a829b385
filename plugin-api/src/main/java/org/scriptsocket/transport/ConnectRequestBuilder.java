package org.scriptsocket.transport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;

/**
 * Makes a {@link ConnectRequest} by name: {@code ConnectRequest.to("localhost", 8080).target("/chat").build()}. Without more it is not TLS, asks for
 * {@code /}, offers no subprotocol, has 20 s, the standard limits, any address, no observer, no bound of buffers, and is a client of its own.
 */
public final class ConnectRequestBuilder {

    private final String host;
    private final int port;
    private final List<HeaderField> headers = new ArrayList<>();
    private boolean tls;
    private String target = "/";
    private List<String> protocols = List.of();
    private long timeoutMillis = 20_000;
    private Limits limits = Limits.standard();
    private AddressPolicy policy = AddressPolicy.anywhere();
    private @Nullable FrameObserver observer;
    private Object client = new Object();
    private BufferMeter buffers = BufferMeter.unbounded();

    ConnectRequestBuilder(String host, int port) {
        this.host = host;
        this.port = port;
    }

    public ConnectRequestBuilder tls(boolean spoken) {
        tls = spoken;
        return this;
    }

    public ConnectRequestBuilder target(String pathAndQuery) {
        target = pathAndQuery;
        return this;
    }

    /** Adds a header; where none is {@code Host}, one with host and port is added in front. */
    public ConnectRequestBuilder header(String name, String value) {
        return headers(List.of(new HeaderField(name, value)));
    }

    /** Adds headers. */
    public ConnectRequestBuilder headers(List<HeaderField> more) {
        headers.addAll(more);
        return this;
    }

    /** Names the subprotocols that the headers offer. */
    public ConnectRequestBuilder protocols(String... offered) {
        protocols = List.of(offered);
        return this;
    }

    public ConnectRequestBuilder timeoutMillis(long millis) {
        timeoutMillis = millis;
        return this;
    }

    public ConnectRequestBuilder limits(Limits bounds) {
        limits = bounds;
        return this;
    }

    public ConnectRequestBuilder policy(AddressPolicy rules) {
        policy = rules;
        return this;
    }

    public ConnectRequestBuilder observer(@Nullable FrameObserver seesFrames) {
        observer = seesFrames;
        return this;
    }

    public ConnectRequestBuilder client(Object identity) {
        client = identity;
        return this;
    }

    public ConnectRequestBuilder buffers(BufferMeter meter) {
        buffers = meter;
        return this;
    }

    public ConnectRequest build() {
        List<HeaderField> all = new ArrayList<>(headers);
        if (all.stream().noneMatch(field -> field.name().equalsIgnoreCase("Host"))) {
            String literal = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            all.add(0, new HeaderField("Host", literal + (port == (tls ? 443 : 80) ? "" : ":" + port)));
        }
        return new ConnectRequest(
                tls, host, port, target, all, protocols, timeoutMillis, limits, policy, observer, client, buffers);
    }
}
