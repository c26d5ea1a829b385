package org.scriptsocket.docs.faults;

import java.security.SecureRandom;

/**
 * Which runs to do: all of a new seed, or those of {@code -Dfaults.seed}, or the one of it that {@code -Dfaults.run} names.
 *
 * @param first the number of the first run
 * @param end one more than the number of the last
 */
record Replay(long seed, int first, int end) {

    /** Prints the seed, so that a run that fails can be done again. */
    @SuppressWarnings("SystemOut")
    static Replay wanted(int runs) {
        Long given = Long.getLong("faults.seed");
        long seed = given == null ? new SecureRandom().nextInt(1_000_000_000) : given;
        Integer run = Integer.getInteger("faults.run");
        System.out.println("Faults at random: -Dfaults.seed=" + seed + (run == null ? "" : " -Dfaults.run=" + run));
        return run == null ? new Replay(seed, 0, runs) : new Replay(seed, run, run + 1);
    }
}
