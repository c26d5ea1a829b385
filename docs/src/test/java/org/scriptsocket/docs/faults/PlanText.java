package org.scriptsocket.docs.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as faults.lua reads it. */
final class PlanText {

    /** Milliseconds of a connect that only its deadline ends. */
    private static final int SHORT = 150;

    private final String url;
    private final int timeoutMillis;

    /**
     * @param url of the peers
     * @param timeoutMillis of every other connect
     */
    PlanText(String url, int timeoutMillis) {
        this.url = url;
        this.timeoutMillis = timeoutMillis;
    }

    String of(InstancePlan plan, int number) {
        return "PLAN = { number = " + number + ", connections = " + list(plan.connections()) + ", spares = "
                + list(plan.spares()) + ", actions = " + actions(plan.actions()) + " }";
    }

    private String list(List<ConnectionPlan> plans) {
        return plans.stream().map(this::connection).collect(Collectors.joining(", ", "{ ", " }"));
    }

    private String connection(ConnectionPlan plan) {
        boolean timed = plan.fault() instanceof HandshakeFault fault && fault.isTimed();
        return "{ id = " + plan.id() + ", url = '" + url(plan) + "', timeout = " + (timed ? SHORT : timeoutMillis)
                + ", actions = " + actions(plan.actions()) + " }";
    }

    private String url(ConnectionPlan plan) {
        if (plan.fault() instanceof HandshakeFault fault) {
            switch (fault) {
                case BAD_URL -> {
                    return "gopher://127.0.0.1" + plan.target();
                }
                case REFUSED_BY_POLICY -> {
                    return "ws://127.0.0.2" + plan.target();
                }
                case NO_ONE_LISTENS -> {
                    return "ws://127.0.0.1:1" + plan.target();
                }
                default -> {}
            }
        }
        return url + plan.target();
    }

    private static String actions(List<Action> actions) {
        Map<String, StringBuilder> byKey = new LinkedHashMap<>();
        for (Action action : actions) {
            byKey.computeIfAbsent(action.key(), key -> new StringBuilder())
                    .append("'")
                    .append(action.deed())
                    .append("', ");
        }
        return byKey.entrySet().stream()
                .map(entry -> "['" + entry.getKey() + "'] = { " + entry.getValue() + "}")
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
