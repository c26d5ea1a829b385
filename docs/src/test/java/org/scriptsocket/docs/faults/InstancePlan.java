package org.scriptsocket.docs.faults;

import java.util.List;

/**
 * One instance of the script.
 *
 * @param connections made in init
 * @param spares what the deed CONNECT makes, one after the other
 */
record InstancePlan(List<ConnectionPlan> connections, List<ConnectionPlan> spares, List<Action> actions) {

    InstancePlan {
        connections = List.copyOf(connections);
        spares = List.copyOf(spares);
        actions = List.copyOf(actions);
    }

    @Override
    public String toString() {
        return "instance " + actions + "\n    " + connections + "\n    spares " + spares;
    }
}
