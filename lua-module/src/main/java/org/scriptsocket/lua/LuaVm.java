package org.scriptsocket.lua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Budget;
import org.scriptsocket.lua.vm.CallStack;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Prototype;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.compiler.LuaC;
import org.scriptsocket.policy.ScriptBudget;

/** One Lua world: its globals, its call stack, and the ways into it from Java. For one thread at a time. */
final class LuaVm {

    private static final ThreadLocal<Current> CURRENT = ThreadLocal.withInitial(Current::new);

    private final Globals globals = new Globals();
    private final Coroutines coroutines;
    private final LuaThread main = globals.running;
    private final LuaTable stringMetatable = new LuaTable();

    private final boolean luajc;
    /** The main code of each file, by its name, so that others can share it although it has run. */
    private final Map<String, Prototype> files = new HashMap<>();

    /** Which VM's code a thread runs. */
    private static final class Current {
        private @Nullable LuaVm vm;
    }

    /** Null where scripts are trusted. */
    private final @Nullable Meter meter;

    private final HeldValues held;
    private final int depth;

    /**
     * @param luajc whether code becomes Java's byte code rather than being interpreted
     * @param sandbox null where scripts are trusted
     */
    LuaVm(boolean luajc, @Nullable LuaSandbox sandbox) {
        this.luajc = luajc;
        this.held = new HeldValues(globals);
        this.meter = sandbox == null ? null : new Meter(sandbox, globals, held);
        held.always(stringMetatable);
        this.depth = (int) (sandbox == null ? CallStack.MOST : sandbox.get(ScriptBudget.DEPTH));
        this.coroutines =
                new Coroutines(sandbox == null ? null : new CoroutineSlots(sandbox.get(ScriptBudget.COROUTINES)));
        globals.budget = meter;
        globals.calls.deepest(depth);
        globals.compiler = LuaC.instance;
        globals.loader = (code, name, environment) -> closure(code, environment);
        // Bytecode can crash the VM: only source is loaded.
        globals.undumper = (stream, name) -> null;
    }

    /** The VM whose code the current thread runs, or null. */
    static @Nullable LuaVm current() {
        return CURRENT.get().vm;
    }

    /** The current thread, which is a coroutine's, runs code of this VM from now on. */
    static void enterCurrent(LuaVm vm) {
        CURRENT.get().vm = vm;
        CurrentBudget.enter(vm.meter);
    }

    static void leaveCurrent() {
        CURRENT.remove();
        CurrentBudget.enter(null);
    }

    Globals globals() {
        return globals;
    }

    /** What counts the budgets of its scripts; null where they are trusted. */
    @Nullable Meter meter() {
        return meter;
    }

    /** What its scripts hold is counted from there. */
    HeldValues held() {
        return held;
    }

    /** Bytes came from outside for its scripts. */
    void took(long bytes) {
        if (meter != null) {
            meter.took(bytes);
        }
    }

    /** The host holds it for a script. */
    <T extends LuaValue> T heldByHost(T value) {
        if (meter != null) {
            held.byHost(value);
        }
        return value;
    }

    /** How many calls each coroutine may have inside one another. */
    int depth() {
        return depth;
    }

    Coroutines coroutines() {
        return coroutines;
    }

    /** What strings have as their metatable while this VM runs. */
    LuaTable stringMetatable() {
        return stringMetatable;
    }

    /**
     * Parses a script.
     *
     * @throws LuaError if it does not parse
     * @throws BudgetSpent if it takes too long to
     */
    Prototype compile(byte[] source, String chunkName) {
        return withBudget(() -> parsed(source, chunkName));
    }

    /** The same for a file, whose code is shared with the other engines that have it. */
    Prototype compileFile(byte[] source, String chunkName) {
        Prototype code = SharedCode.of(source, chunkName, () -> compile(source, chunkName));
        files.put(chunkName, code);
        return code;
    }

    private static Prototype parsed(byte[] source, String chunkName) {
        CurrentBudget.bulk(source.length);
        try {
            return LuaC.instance.compile(new ByteArrayInputStream(source), chunkName);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw LuaError.of(e);
        }
    }

    /** A function of that code, all of whose globals are those of the environment. */
    LuaFunction closure(Prototype code, LuaValue environment) {
        LuaFunction compiled = luajc ? CompiledChunks.function(code, environment) : null;
        return compiled == null ? new LuaClosure(code, environment, globals) : compiled;
    }

    /**
     * Runs on the main coroutine what can not be left in the middle, whichever coroutine is running: there a yield is an error. Used for all
     * that an entry of the host spans.
     */
    <T> T onMain(Supplier<T> body) {
        LuaThread before = globals.running;
        globals.running = main;
        try {
            return body.get();
        } finally {
            globals.running = before;
        }
    }

    /**
     * Calls a function from Java, on the main coroutine.
     *
     * @throws LuaError what the function threw; its message is a script's no more
     * @throws BudgetSpent if the script call has used up a budget
     */
    Varargs call(LuaValue function, Varargs arguments) {
        Current current = CURRENT.get();
        LuaVm outer = current.vm;
        LuaThread before = globals.running;
        current.vm = this;
        globals.running = main;
        try {
            return withBudget(() -> globals.calls.call(function, arguments, null));
        } finally {
            globals.running = before;
            current.vm = outer;
        }
    }

    private <T> T withBudget(Supplier<T> body) {
        Budget before = CurrentBudget.enter(meter);
        try {
            return meter == null ? body.get() : metered(meter, body);
        } finally {
            CurrentBudget.enter(before);
        }
    }

    private static <T> T metered(Meter used, Supplier<T> body) {
        used.begin();
        try {
            T result = body.get();
            used.goOn();
            return result;
        } catch (LuaError failure) {
            // Its message may be made by a function of the script, which is not to run later, outside of its budget.
            failure.fix();
            used.goOn();
            throw failure;
        } finally {
            used.end();
        }
    }
}
