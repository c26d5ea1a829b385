package org.scriptsocket.kit.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which behaviour a request gets. Thread-safe. */
public final class Routes {

    private final Map<String, Behaviour> byTarget = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Queue<Behaviour> queued = new ConcurrentLinkedQueue<>();
    private volatile Behaviour otherwise = Behaviour.echo();

    /** For requests with this path, or this path and query. */
    public void on(String target, Behaviour behaviour) {
        byTarget.put(target, behaviour);
        asked.remove(target);
    }

    /** For all others; {@link Behaviour#echo} unless it is set. */
    public void otherwise(Behaviour behaviour) {
        otherwise = behaviour;
    }

    /** The next requests get these, in this order, whatever their targets. */
    public void enqueue(List<Behaviour> behaviours) {
        queued.addAll(behaviours);
    }

    /** What the request that has just come gets. */
    public Behaviour next(String target) {
        Behaviour first = queued.poll();
        return first == null ? of(target) : first;
    }

    private Behaviour of(String target) {
        String route = route(target);
        asked.add(route);
        return byTarget.getOrDefault(route, otherwise);
    }

    private String route(String target) {
        int query = target.indexOf('?');
        return byTarget.containsKey(target) || query < 0 ? target : target.substring(0, query);
    }

    /** Of each target with expectations to which nobody has connected, the first of them. */
    public List<Unmet> unmet() {
        return byTarget.entrySet().stream()
                .filter(route -> !asked.contains(route.getKey()))
                .flatMap(route -> route.getValue().expected().stream()
                        .limit(1)
                        .map(expected -> new Unmet(expected.toString(), route.getKey(), 0, null)))
                .sorted(Comparator.comparing(Unmet::target))
                .toList();
    }
}
