package org.scriptsocket.docs.faults;

import java.util.List;
import java.util.stream.Collectors;

/** How a broken rule is shown. */
final class Broken {

    private Broken() {}

    /** With the plan where it is known, else with all, and with everything that the script told. */
    static AssertionError in(List<Plan> plans, World world, Throwable cause) {
        String why = String.valueOf(cause.getMessage());
        String plan = why.contains("\nin run ") ? "" : "\n\n" + lines(plans);
        return new AssertionError(
                why + plan + "\n\nWhat the script told, by update:\n  " + lines(world.trace()), cause);
    }

    private static String lines(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining("\n  "));
    }
}
