package org.scriptsocket.websocket;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Failure;

/**
 * How many connections there may be: of the host, of an instance, to a remote host, and in a second. One counts until its socket is gone.
 * Used on the script thread, but for what is run when a socket is gone.
 */
final class Quotas {

    private final Limits limits;
    private final Sockets sockets;
    private final ConnectRate rate;
    private final Map<ConnectionOwner, AtomicInteger> byOwner = new WeakHashMap<>();
    /** Without those that have none. */
    private final Map<String, Integer> byRemote = new ConcurrentHashMap<>();

    Quotas(Limits limits, Sockets sockets, NanoClock clock) {
        this.limits = limits;
        this.sockets = sockets;
        this.rate = new ConnectRate(limits.get(Limit.CONNECT_RATE), clock);
    }

    /** Why one more is not dialled, or null; then it counts for the rate. */
    @Nullable Failure refusal(ConnectTarget target, ConnectionOwner owner) {
        String what = reached(target, owner);
        return what == null
                ? null
                : new Failure.NotOpened(target.authority() + " was not dialled: the limit of " + what + " is reached");
    }

    /** Counts one more, until what this returns is run. */
    Runnable count(ConnectTarget target, ConnectionOwner owner) {
        AtomicInteger owned = owned(owner);
        String remote = target.remote();
        owned.incrementAndGet();
        byRemote.merge(remote, 1, Integer::sum);
        return () -> {
            owned.decrementAndGet();
            byRemote.computeIfPresent(remote, (host, open) -> open == 1 ? null : open - 1);
        };
    }

    private @Nullable String reached(ConnectTarget target, ConnectionOwner owner) {
        if (sockets.size() >= limits.connections()) {
            return limit(Limit.CONNECTIONS, "connections");
        }
        if (owned(owner).get() >= limits.get(Limit.CONNECTIONS_INSTANCE)) {
            return limit(Limit.CONNECTIONS_INSTANCE, "connections of a script instance");
        }
        if (byRemote.getOrDefault(target.remote(), 0) >= limits.get(Limit.CONNECTIONS_REMOTE)) {
            return limit(Limit.CONNECTIONS_REMOTE, "connections to one remote host");
        }
        return rate.take() ? null : limit(Limit.CONNECT_RATE, "connects in a second");
    }

    private String limit(Limit limit, String what) {
        return limits.get(limit) + " " + what + " (" + limit.settingName() + ")";
    }

    private AtomicInteger owned(ConnectionOwner owner) {
        return byOwner.computeIfAbsent(owner, key -> new AtomicInteger());
    }
}
