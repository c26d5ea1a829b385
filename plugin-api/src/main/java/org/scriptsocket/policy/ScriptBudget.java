package org.scriptsocket.policy;

import java.util.Arrays;
import java.util.Locale;

/** What a sandbox bounds of a script besides its connections, by the names that settings have for it. */
public enum ScriptBudget {
    /** Calls, and jumps backwards, of one script call; what a library function does counts as if a script did it. */
    INSTRUCTIONS(Unit.COUNT, 10_000_000, Long.MAX_VALUE >> 8),
    /** Milliseconds of one script call. */
    TIME(Unit.TIME, 1_000, Unit.DAY_MILLIS),
    /** Bytes of one string; a longer one is an error that scripts can catch. */
    STRING(Unit.BYTES, 1 << 20, Integer.MAX_VALUE),
    /** Bytes of all strings, tables and functions that an engine's scripts hold, about. */
    MEMORY(Unit.BYTES, 32 << 20, Long.MAX_VALUE >> 1),
    /** Calls inside one another; more are an error that scripts can catch. */
    DEPTH(Unit.COUNT, 200, 20_000),
    /** Coroutines of an engine that are begun and not finished; one more is an error that scripts can catch. */
    COROUTINES(Unit.COUNT, 100, Integer.MAX_VALUE);

    private final Unit unit;
    private final long standard;
    private final long most;

    ScriptBudget(Unit unit, long standard, long most) {
        this.unit = unit;
        this.standard = standard;
        this.most = most;
    }

    /** The name in settings, behind {@code sandbox.budget.}. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its whole name in settings. */
    public String key() {
        return "sandbox.budget." + settingName();
    }

    /** The value unless the host application says otherwise. */
    public long standard() {
        return standard;
    }

    /**
     * The same value.
     *
     * @throws IllegalArgumentException if it is less than 1, or too large
     */
    public long checked(long value) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    settingName() + ": from " + format(1) + " to " + format(most) + " expected, got " + format(value));
        }
        return value;
    }

    /**
     * Reads a value as settings write it: {@code 1MiB}, {@code 500ms}, {@code 1000000}.
     *
     * @throws IllegalArgumentException with a sentence that says what was expected
     */
    public long parse(String text) {
        return checked(unit.parse(settingName(), text));
    }

    /** The value as settings write it. */
    public String format(long value) {
        return unit.format(value);
    }

    /**
     * The budget that settings call so.
     *
     * @throws IllegalArgumentException with the names that there are
     */
    public static ScriptBudget named(String name) {
        return Arrays.stream(values())
                .filter(budget -> budget.settingName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown budget '" + name + "'; the budgets are "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(ScriptBudget::settingName)
                                        .toList())));
    }
}
