package org.scriptsocket.docs.faults;

import java.util.List;
import java.util.stream.Collectors;
import org.scriptsocket.policy.Limits;

/**
 * One run.
 *
 * @param seed of all runs of this test
 * @param number of this one; with the seed it makes the plan
 * @param leaves whether the script disconnects what is open in the end; else its instances are closed
 */
record Plan(long seed, int number, Limits limits, List<InstancePlan> instances, List<Weather> weather, boolean leaves) {

    Plan {
        instances = List.copyOf(instances);
        weather = List.copyOf(weather);
    }

    @Override
    public String toString() {
        return "run " + number + " of seed " + seed + " (replay it by -Dfaults.seed=" + seed + " -Dfaults.run=" + number
                + ")\n  weather " + weather + ", leaves " + leaves + "\n  limits " + limits + "\n  "
                + instances.stream().map(InstancePlan::toString).collect(Collectors.joining("\n  "));
    }
}
