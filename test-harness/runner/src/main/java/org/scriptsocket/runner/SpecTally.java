package org.scriptsocket.runner;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts results. For one thread at a time. */
final class SpecTally {

    private static final double NANOS = 1e9;

    private final long begin = System.nanoTime();
    private final long planned;
    private long passed;
    private long failed;
    private long pending;
    /** Of {@link #failed}, those that are no test but what is around some. */
    private long failedBlocks;

    private @Nullable String seed;

    SpecTally(long planned) {
        this.planned = planned;
    }

    void count(SpecResult result, boolean test) {
        switch (result.status()) {
            case PASSED -> passed++;
            case FAILED -> failed++;
            case PENDING -> pending++;
        }
        if (!test) {
            failedBlocks++;
        }
    }

    void seed(String value) {
        seed = value;
    }

    /** Null where the order is that of the files. */
    @Nullable String seed() {
        return seed;
    }

    long planned() {
        return planned;
    }

    long passed() {
        return passed;
    }

    long failed() {
        return failed;
    }

    long pending() {
        return pending;
    }

    /** Because what is around them has failed. */
    long notRun() {
        return planned - finished();
    }

    long finished() {
        return passed + failed + pending - failedBlocks;
    }

    double seconds() {
        return (System.nanoTime() - begin) / NANOS;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(passed).append(" passed, ").append(failed).append(" failed");
        if (pending > 0) {
            text.append(", ").append(pending).append(" pending");
        }
        if (notRun() > 0) {
            text.append(", ").append(notRun()).append(" not run");
        }
        text.append(String.format(Locale.ROOT, " in %.2f s", seconds()));
        return seed == null
                ? text.toString()
                : text.append(", seed ").append(seed).toString();
    }
}
