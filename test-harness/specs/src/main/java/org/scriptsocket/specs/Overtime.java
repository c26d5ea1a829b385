package org.scriptsocket.specs;

import java.util.concurrent.TimeUnit;
import org.scriptsocket.lua.vm.Budget;
import org.scriptsocket.lua.vm.Globals;

/**
 * Ends code of a spec that never waits, a moment after the limit of its test: what waits is ended by the limit itself, and says what it
 * waited for. For the thread of the spec, and those that carry it on.
 */
final class Overtime implements Budget {

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How many steps there are between two looks at the clock. */
    private static final int STEPS = 1 << 12;

    private final Globals globals;
    private final long limitMillis;
    private boolean on;
    private long end;
    private int steps;

    Overtime(Globals globals, long limitMillis) {
        this.globals = globals;
        this.limitMillis = limitMillis;
    }

    /** Code of the spec runs from now on; it has the limit from here. */
    void begin() {
        begin((double) limitMillis);
    }

    /** The same with so many milliseconds left of the limit, which may be none. */
    void begin(double left) {
        end = System.nanoTime() + GRACE_NANOS + (long) (Math.max(0, left) * 1e6);
        on = true;
    }

    void end() {
        on = false;
    }

    @Override
    public void step() {
        if (on && ++steps % STEPS == 0 && System.nanoTime() - end >= 0) {
            on = false;
            throw new Overrun(limitMillis, globals.calls.traceback(0));
        }
    }
}
