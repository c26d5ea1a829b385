package org.scriptsocket.lua;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Budget;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.policy.ScriptBudget;
import org.scriptsocket.websocket.NanoClock;

/** What the scripts of one engine have used of their sandbox's budgets. On the thread that runs the script, coroutines' included. */
final class Meter implements Budget {

    /** How much work of a library function counts as one instruction. */
    private static final long WORK = 16;
    /** How much work goes between two looks at the clock. */
    private static final long LOOK = 2048 * WORK;

    private final LuaSandbox sandbox;
    private final Globals globals;
    private final NanoClock clock;
    private final long stringLimit;
    private final HeldValues held;

    /** Bytes that were held when they were counted last, and that were taken since. */
    private long taken;
    /** They are counted anew when more were taken. */
    private long countAt;

    /** Work that the script call may still do. */
    private long left;
    /** The clock is looked at when there is less work left. */
    private long next;
    /** Nanoseconds of the clock; set when the script call begins. */
    private long deadline;
    /** How many calls from Java are under way inside one another; the outermost is the script call. */
    private int depth;
    /** Null until a budget is spent; then the script call is over, whatever catches this. */
    private @Nullable BudgetSpent spent;

    Meter(LuaSandbox sandbox, Globals globals, HeldValues held) {
        this.held = held;
        this.countAt = sandbox.get(ScriptBudget.MEMORY);
        this.sandbox = sandbox;
        this.globals = globals;
        this.clock = sandbox.clock();
        this.stringLimit = sandbox.get(ScriptBudget.STRING);
        reset();
    }

    /** A call from Java begins; unless it is within another one, it has a new budget. */
    void begin() {
        if (depth++ == 0) {
            reset();
        }
    }

    /** It is over, also if it threw. What runs outside of any has a budget too. */
    void end() {
        if (--depth == 0) {
            reset();
        }
    }

    private void reset() {
        spent = null;
        left = sandbox.get(ScriptBudget.INSTRUCTIONS) * WORK;
        next = Math.max(0, left - LOOK);
        deadline = clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(sandbox.get(ScriptBudget.TIME));
    }

    /** Throws what ends the script call if a budget is spent, also where somebody has caught it. */
    void goOn() {
        BudgetSpent end = spent;
        if (end != null) {
            throw end;
        }
    }

    @Override
    public void step() {
        left -= WORK;
        if (left < next) {
            look();
        }
    }

    @Override
    public void work(long amount) {
        left -= Math.min(amount, Integer.MAX_VALUE);
        if (left < next) {
            look();
        }
    }

    @Override
    public void string(long bytes) {
        if (bytes > stringLimit) {
            throw new LuaError("string of " + bytes + " bytes is over the limit of " + stringLimit + " ("
                    + ScriptBudget.STRING.key() + ")");
        }
    }

    /** About how many bytes the scripts of the engine hold. */
    long held() {
        return taken;
    }

    /** So many bytes came from outside. They are counted with what is taken next. */
    void took(long bytes) {
        taken += bytes;
    }

    @Override
    public void memory(long bytes) {
        taken += bytes;
        if (taken > countAt) {
            count(bytes);
        }
    }

    /** What was taken and is held no more is the collector's; so what is held is counted, but only after a quarter of it was taken anew. */
    private void count(long more) {
        goOn();
        long most = sandbox.get(ScriptBudget.MEMORY);
        HeldMemory counted = held.count(most);
        if (counted.bytes() + more > most) {
            throw spend(ScriptBudget.MEMORY);
        }
        taken = counted.bytes() + more;
        countAt = Math.max(most, taken + most / 4);
        work(counted.count());
    }

    private void look() {
        goOn();
        if (left < 0) {
            throw spend(ScriptBudget.INSTRUCTIONS);
        }
        if (clock.nanoTime() - deadline >= 0) {
            throw spend(ScriptBudget.TIME);
        }
        next = Math.max(0, left - LOOK);
    }

    private BudgetSpent spend(ScriptBudget budget) {
        // From now on each step looks, and finds it.
        next = Long.MAX_VALUE;
        BudgetSpent end = BudgetSpent.of(budget, sandbox.get(budget), globals.calls.traceback(1));
        spent = end;
        return end;
    }
}
