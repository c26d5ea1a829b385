package org.scriptsocket.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of {@code org.scriptsocket.bench.jmh}. */
final class Jmh {

    private static final TimeValue MOMENT = TimeValue.milliseconds(10);

    private Jmh() {}

    /**
     * Prints what came of them.
     *
     * @param pattern a regular expression for their names
     * @param quick whether to try only that they run, in this JVM
     */
    static void run(String pattern, boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(pattern).shouldFailOnError(true);
        if (quick) {
            options.param("connections", "10")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(MOMENT);
        }
        new Runner(options.build()).run();
    }
}
