package org.scriptsocket.docs.faults;

import java.util.List;

/**
 * One connection: what its peer does, and what its script does about it.
 *
 * @param id unique in its world
 * @param at the index of the message where the fault is
 */
public record ConnectionPlan(int id, Fault fault, List<Said> says, int at, List<Action> actions) {

    public ConnectionPlan {
        says = List.copyOf(says);
        actions = List.copyOf(actions);
    }

    public String target() {
        return "/c" + id;
    }

    /** What the peer sends whole before it fails, in order, as the script tells of it. */
    public List<String> whole() {
        return says.subList(0, count()).stream().map(Said::told).toList();
    }

    private int count() {
        if (!(fault instanceof StreamFault stream)) {
            return 0;
        }
        return stream.kind().isHarmless()
                ? says.size()
                : switch (stream.place()) {
                    case WITH_THE_101 -> 0;
                    case BEFORE_A_MESSAGE, IN_A_MESSAGE -> at;
                    case AFTER_A_MESSAGE -> at + 1;
                    case AFTER_ALL, AFTER_CLOSE -> says.size();
                };
    }

    @Override
    public String toString() {
        return "connection " + id + ": " + fault + " at " + at + " of " + says + ", " + actions;
    }
}
