package org.scriptsocket.lua;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.OrphanedThread;

/**
 * Lets one thread wait until another opens it, once for each opening. What the one wrote before it opened, the other sees.
 *
 * <p>A wait begins with a spin of a few microseconds at most, as long as spins have paid here before: it saves the way through the operating
 * system. Refers to nothing of a VM.
 */
final class Gate {

    private static final int FEWEST = 1;
    private static final int MOST = Runtime.getRuntime().availableProcessors() > 1 ? 64 : 0;

    private volatile boolean open;
    private volatile boolean abandoned;
    /** Null unless a thread has given up spinning. */
    private volatile @Nullable Thread parked;

    private int spins = Math.min(16, MOST);

    void open() {
        open = true;
        LockSupport.unpark(parked);
    }

    /** Nobody will open it any more. On any thread. */
    void abandon() {
        abandoned = true;
        open();
    }

    /**
     * An interrupt does not end the wait, and is kept.
     *
     * @throws OrphanedThread if it was abandoned
     */
    void await(boolean spinning) {
        // No limit rather than a long one: a timer would refer to the thread, and a virtual thread would be no garbage.
        passed(spinning && spun() || parked(() -> LockSupport.park(this), () -> false));
    }

    /** The same, but not for ever; whether it was opened. */
    boolean await(boolean spinning, long nanos) {
        long begin = System.nanoTime();
        return passed(spinning && spun()
                || parked(() -> LockSupport.parkNanos(this, nanos), () -> System.nanoTime() - begin >= nanos));
    }

    private boolean passed(boolean opened) {
        if (abandoned) {
            throw new OrphanedThread();
        }
        if (opened) {
            open = false;
        }
        return opened;
    }

    private boolean spun() {
        for (int left = spins; left > 0; left--) {
            if (open) {
                spins = Math.min(2 * spins, MOST);
                return true;
            }
            Thread.onSpinWait();
        }
        spins = Math.min(Math.max(spins / 2, FEWEST), MOST);
        return open;
    }

    private boolean parked(Runnable park, BooleanSupplier late) {
        boolean interrupted = false;
        parked = Thread.currentThread();
        while (!open && !late.getAsBoolean()) {
            park.run();
            interrupted |= Thread.interrupted();
        }
        parked = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return open;
    }
}
