package org.scriptsocket.docs.faults;

import java.util.List;

/** A conversation in which nothing goes wrong, for what is left of earlier ones to show. */
final class Probe {

    private Probe() {}

    static InstancePlan of(Plan plan) {
        int id = plan.number() * 100 + 99;
        List<Said> says = List.of(
                new Said("probe 1", false, 1, 0), new Said("probe 2", true, 2, 0), new Said("probe 3", false, 1, 0));
        StreamFault end = new StreamFault(StreamFault.Place.AFTER_ALL, Kind.CLOSE);
        return new InstancePlan(List.of(new ConnectionPlan(id, end, says, 0, List.of())), List.of(), List.of());
    }
}
