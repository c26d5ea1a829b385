package org.scriptsocket.docs;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.scriptsocket.ScriptHost;

/** Runs a host until what a test waits for has happened. */
final class Waiting {

    private static final long LIMIT = TimeUnit.SECONDS.toNanos(20);

    private Waiting() {}

    static void until(ScriptHost host, String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        AtomicBoolean done = new AtomicBoolean();
        host.run(0, () -> {
            done.set(condition.getAsBoolean());
            return done.get() || System.nanoTime() - begin > LIMIT;
        });
        if (!done.get()) {
            throw new AssertionError("did not happen: " + what + "\n" + host.flightRecorder());
        }
    }
}
