package org.scriptsocket.lua;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.scriptsocket.policy.ScriptBudget;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.websocket.NanoClock;

/**
 * What scripts that are not trusted may use of an engine, and how much. Immutable; may be used on any thread.
 *
 * <p>A script call (one callback, {@code init}, {@code update}, {@code final}, evaluation or function called by the host) that uses up
 * {@link ScriptBudget#INSTRUCTIONS}, {@link ScriptBudget#TIME} or {@link ScriptBudget#MEMORY} ends its script instance, whatever the script catches:
 * {@code final} is not called, its connections are closed with 1011, and the host is told by a {@link org.scriptsocket.ScriptError}. What is over one of the other
 * bounds is an error that the script can catch. Scripts of one engine share its globals: those that must not meet get an engine each.
 */
public final class LuaSandbox {

    private static final LuaSandbox RESTRICTED = new LuaSandbox(standard(), NanoClock.system());

    private final Map<ScriptBudget, Long> budgets;
    private final NanoClock clock;

    private LuaSandbox(Map<ScriptBudget, Long> budgets, NanoClock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    private static Map<ScriptBudget, Long> standard() {
        Map<ScriptBudget, Long> all = new EnumMap<>(ScriptBudget.class);
        for (ScriptBudget budget : ScriptBudget.values()) {
            all.put(budget, budget.standard());
        }
        return all;
    }

    /**
     * No {@code io}, {@code dofile}, {@code loadfile}, {@code luajava} and bytecode; of {@code os} only {@code clock}, {@code date} and {@code time}, of
     * {@code debug} only {@code traceback}; {@code require} finds what {@code package.preload} and the {@link ModuleFolders} of the host have; and the
     * {@linkplain ScriptBudget#standard standard budgets}.
     */
    public static LuaSandbox restricted() {
        return RESTRICTED;
    }

    /**
     * The sandbox that a properties file asks for by {@code sandbox=true}; empty without. See {@link #from(SettingValues)}.
     *
     * @throws IOException if it can not be read
     * @throws org.scriptsocket.policy.SettingException if a name or a value is wrong
     */
    public static Optional<LuaSandbox> from(Path file) throws IOException {
        return from(SettingValues.read(file));
    }

    /** The same from properties. */
    public static Optional<LuaSandbox> from(Properties properties) {
        return from(SettingValues.of(properties));
    }

    /**
     * {@code sandbox=true} begins with {@link #restricted}; {@code sandbox.budget.instructions=100000} and so on change single budgets, and
     * are wrong without it.
     *
     * @throws org.scriptsocket.policy.SettingException if a value is wrong
     */
    public static Optional<LuaSandbox> from(SettingValues values) {
        boolean on = values.isOn("sandbox");
        LuaSandbox sandbox = RESTRICTED;
        for (ScriptBudget budget : ScriptBudget.values()) {
            LuaSandbox before = sandbox;
            sandbox = values.read(budget.key(), text -> before.with(budget, value(on, budget, text)))
                    .orElse(before);
        }
        return on ? Optional.of(sandbox) : Optional.empty();
    }

    private static long value(boolean on, ScriptBudget budget, String text) {
        long value = budget.parse(text);
        if (!on) {
            throw new IllegalArgumentException("only a sandbox has budgets, and there is none");
        }
        return value;
    }

    /** @param most calls and jumps backwards of one script call; what a library function does counts as if a script did it */
    public LuaSandbox withInstructions(long most) {
        return with(ScriptBudget.INSTRUCTIONS, most);
    }

    /** @param most how long one script call may take, in whole milliseconds; what it calls of the host counts too */
    public LuaSandbox withTime(Duration most) {
        return with(ScriptBudget.TIME, most.toMillis());
    }

    /** @param bytes of one string */
    public LuaSandbox withString(long bytes) {
        return with(ScriptBudget.STRING, bytes);
    }

    /** @param bytes that the scripts of an engine may hold, about */
    public LuaSandbox withMemory(long bytes) {
        return with(ScriptBudget.MEMORY, bytes);
    }

    /** @param calls inside one another */
    public LuaSandbox withDepth(int calls) {
        return with(ScriptBudget.DEPTH, calls);
    }

    /** @param most coroutines of an engine that are begun and not finished */
    public LuaSandbox withCoroutines(int most) {
        return with(ScriptBudget.COROUTINES, most);
    }

    /** @throws IllegalArgumentException if the value is less than 1, or too large; with a sentence that says so */
    public LuaSandbox with(ScriptBudget budget, long value) {
        Map<ScriptBudget, Long> all = new EnumMap<>(budgets);
        all.put(budget, budget.checked(value));
        return new LuaSandbox(all, clock);
    }

    /** The clock for the budget of time, in place of the system's. Called on the threads that run scripts. */
    public LuaSandbox withClock(NanoClock other) {
        return new LuaSandbox(budgets, other);
    }

    /** The value as settings count it: bytes, milliseconds, or a number. */
    public long get(ScriptBudget budget) {
        return budgets.getOrDefault(budget, budget.standard());
    }

    NanoClock clock() {
        return clock;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LuaSandbox sandbox && budgets.equals(sandbox.budgets) && clock.equals(sandbox.clock);
    }

    @Override
    public int hashCode() {
        return budgets.hashCode();
    }

    @Override
    public String toString() {
        return "sandbox " + budgets;
    }
}
