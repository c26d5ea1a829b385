package org.scriptsocket.kit;

import java.util.function.BooleanSupplier;
import org.scriptsocket.ScriptHost;

/** How a host gets on while a test waits for an event. */
sealed interface Drive {

    /** Returns when it has come, or never will. */
    void until(BooleanSupplier came);

    /** How long that was waited for, to stand at the end of a sentence. */
    default String limit() {
        return "within " + EventQueue.LIMIT.toMillis() + " ms";
    }

    /** Other threads run the host; looks again and again. */
    record ByOthers() implements Drive {
        @Override
        public void until(BooleanSupplier came) {
            Eventually.holds(came);
        }
    }

    /** Runs the host on this thread. */
    record InRealTime(ScriptHost host) implements Drive {
        @Override
        public void until(BooleanSupplier came) {
            long end = System.nanoTime() + EventQueue.LIMIT.toNanos();
            host.run(0, () -> came.getAsBoolean() || System.nanoTime() - end > 0);
        }
    }

    /** Updates the host until nothing is left that is to happen at this time. */
    record InVirtualTime(ScriptHost host, ManualClock clock) implements Drive {

        /** What a callback sets off without the transport comes in the update after its own. */
        private static final int QUIET_UPDATES = 2;

        @Override
        public void until(BooleanSupplier came) {
            int quiet = 0;
            while (quiet < QUIET_UPDATES && !came.getAsBoolean()) {
                quiet = clock.runDue() ? 0 : quiet + 1;
                host.update(0);
            }
        }

        @Override
        public String limit() {
            return "and nothing is left to happen before the clock moves on";
        }
    }
}
