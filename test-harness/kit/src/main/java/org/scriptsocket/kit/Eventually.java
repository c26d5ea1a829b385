package org.scriptsocket.kit;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what has no event of its own. */
public final class Eventually {

    private static final long PAUSE_NANOS = 1_000_000;

    private Eventually() {}

    /** Looks again and again until it is so, and gives up after {@link EventQueue#LIMIT}. */
    public static boolean holds(BooleanSupplier what) {
        long end = System.nanoTime() + EventQueue.LIMIT.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
