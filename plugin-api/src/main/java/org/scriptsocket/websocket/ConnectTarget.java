package org.scriptsocket.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.BufferMeter;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.FrameObserver;

/** Where a connect is to go: a url that is good, or what is wrong with it. */
final class ConnectTarget {

    private final @Nullable WebSocketUrl url;
    private final ConnectParams params;
    private final @Nullable Failure refusal;
    /** What is wrong with the url, without the url; empty where nothing is. */
    private final String wrong;

    private ConnectTarget(@Nullable WebSocketUrl url, ConnectParams params, @Nullable Failure refusal, String wrong) {
        this.url = url;
        this.params = params;
        this.refusal = refusal;
        this.wrong = wrong;
    }

    static ConnectTarget of(String url, ConnectParams params, Limits limits) {
        try {
            WebSocketUrl parsed = WebSocketUrl.parse(url, limits.get(Limit.URL));
            return new ConnectTarget(parsed, params, refusal(params, limits.get(Limit.REQUEST_HEADERS)), "");
        } catch (IllegalArgumentException e) {
            Failure refusal = new Failure.NotOpened(String.valueOf(e.getMessage()));
            Throwable cause = e.getCause();
            return new ConnectTarget(null, params, refusal, cause == null ? "" : String.valueOf(cause.getMessage()));
        }
    }

    private static @Nullable Failure refusal(ConnectParams params, long mostHeaders) {
        if (params.headersSize() > mostHeaders) {
            return new Failure.NotOpened("the headers have " + params.headersSize() + " bytes, the limit is "
                    + mostHeaders + " (request-headers)");
        }
        return params.timeoutNanos() <= 0 ? new Failure.TimedOut() : null;
    }

    /** Why nothing is to be dialled, or null. */
    @Nullable Failure refusal() {
        return refusal;
    }

    /** The same, without the path and the query that may stand in the url; for a log. */
    String refusalWithoutUrl() {
        return url != null && refusal != null ? refusal.message() : "the url is wrong: " + wrong;
    }

    long timeoutNanos() {
        return params.timeoutNanos();
    }

    /** Scheme, host and port, or a question mark where the url has none. */
    String origin() {
        return url == null ? "?" : url.origin();
    }

    /** Host and port, or a question mark where the url has none. */
    String authority() {
        return url == null ? "?" : url.authority();
    }

    /** The name or literal that is dialled, as quotas count it, or a question mark where the url has none. */
    String remote() {
        String host = url == null ? "?" : url.host().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Only where there is no {@link #refusal}. */
    ConnectRequest request(
            Limits limits, AddressPolicy policy, @Nullable FrameObserver observer, Object client, BufferMeter buffers) {
        if (url == null) {
            throw new IllegalStateException("a url that is wrong can not be dialled");
        }
        List<HeaderField> headers = new ArrayList<>();
        HeaderField host = params.host();
        headers.add(host == null ? new HeaderField("Host", url.hostHeader()) : host);
        headers.addAll(params.headers());
        // Rounded up: a timeout of a part of a millisecond is not none.
        long millis = TimeUnit.NANOSECONDS.toMillis(params.timeoutNanos() + 999_999);
        return new ConnectRequest(
                url.tls(),
                url.host(),
                url.port(),
                url.target(),
                headers,
                params.protocols(),
                millis,
                limits,
                policy,
                observer,
                client,
                buffers);
    }
}
