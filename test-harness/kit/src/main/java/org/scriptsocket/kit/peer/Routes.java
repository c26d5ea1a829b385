package org.scriptsocket.kit.peer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which behaviour a request gets. Thread-safe. */
public final class Routes {

    private final Map<String, Behaviour> byTarget = new ConcurrentHashMap<>();
    private volatile Behaviour otherwise = Behaviour.echo();

    /** For requests with this path, or this path and query. */
    public void on(String target, Behaviour behaviour) {
        byTarget.put(target, behaviour);
    }

    /** For all others; {@link Behaviour#echo} unless it is set. */
    public void otherwise(Behaviour behaviour) {
        otherwise = behaviour;
    }

    public Behaviour of(String target) {
        Behaviour exact = byTarget.get(target);
        if (exact != null) {
            return exact;
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return byTarget.getOrDefault(path, otherwise);
    }
}
