package org.scriptsocket.docs.faults;

import java.util.List;
import java.util.stream.Collectors;

/** How a broken rule is shown. */
final class Broken {

    private Broken() {}

    static AssertionError in(Plan plan, World world, Throwable cause) {
        List<Told> trace = world.trace();
        return new AssertionError(
                cause.getMessage() + "\n\n" + plan + "\n\nWhat the script told, by update:\n  "
                        + trace.stream().map(Told::toString).collect(Collectors.joining("\n  ")),
                cause);
    }
}
