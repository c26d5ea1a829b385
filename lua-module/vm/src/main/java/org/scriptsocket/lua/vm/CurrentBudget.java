package org.scriptsocket.lua.vm;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The {@link Budget} of the script that runs on the current thread, for code that knows no {@link Globals}. */
@NullMarked
public final class CurrentBudget {

    /** So many characters or values are handled between two calls of {@link #work}. */
    private static final int STRIDE = 1024;

    private static final ThreadLocal<@Nullable Budget> CURRENT = new ThreadLocal<>();

    /** Whether a budget was ever entered. A thread that has one has set it itself, so that it need not be volatile. */
    private static boolean inUse;

    private CurrentBudget() {}

    /**
     * From now on the current thread runs a script with this budget, or one that has none.
     *
     * @return what it had before, to be entered again afterwards
     */
    public static @Nullable Budget enter(@Nullable Budget next) {
        if (next == null && !inUse) {
            return null;
        }
        inUse = true;
        Budget before = CURRENT.get();
        if (next == null) {
            CURRENT.remove();
        } else if (next != before) {
            CURRENT.set(next);
        }
        return before;
    }

    /** Whether what runs on the current thread has a budget. */
    public static boolean isOn() {
        return inUse && CURRENT.get() != null;
    }

    /** See {@link Budget#work}. */
    public static void work(long amount) {
        if (inUse) {
            Budget budget = CURRENT.get();
            if (budget != null) {
                budget.work(amount);
            }
        }
    }

    /** Tells of the work of a loop that has come to an index, now and then. */
    public static void loop(long index) {
        if ((index & STRIDE - 1) == 0) {
            work(STRIDE);
        }
    }

    /** Tells of work on many characters or values at once, unless they are few. */
    public static void bulk(long amount) {
        if (amount >= STRIDE) {
            work(amount);
        }
    }

    /** See {@link Budget#memory}. */
    public static void memory(long bytes) {
        if (inUse) {
            Budget budget = CURRENT.get();
            if (budget != null) {
                budget.memory(bytes);
            }
        }
    }

    /** See {@link Budget#string}. */
    public static void string(long bytes) {
        if (inUse) {
            Budget budget = CURRENT.get();
            if (budget != null) {
                budget.string(bytes);
            }
        }
    }
}
