package org.scriptsocket.docs.faults;

import java.security.SecureRandom;

/**
 * Which runs to do: those of the seed 1, so that a build says the same twice, or of {@code -Dfaults.seed}, a number or {@code random},
 * or the one of it that {@code -Dfaults.run} names.
 *
 * @param first the number of the first run
 * @param end one more than the number of the last
 */
record Replay(long seed, int first, int end) {

    /** Prints the seed, so that a run that fails can be done again. */
    @SuppressWarnings("SystemOut")
    static Replay wanted(int runs) {
        String given = System.getProperty("faults.seed", "1");
        long seed = given.equals("random") ? new SecureRandom().nextInt(1_000_000_000) : Long.parseLong(given);
        Integer run = Integer.getInteger("faults.run");
        System.out.println("Faults at random: -Dfaults.seed=" + seed + (run == null ? "" : " -Dfaults.run=" + run));
        return run == null ? new Replay(seed, 0, runs) : new Replay(seed, run, run + 1);
    }
}
