package org.scriptsocket.lua;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CallStack;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** In which scope an engine's code runs: what is called from Java runs in the scope that gave it to Java. */
final class Scopes {

    private final LuaVm vm;
    private final Supplier<ScriptContext> standard;
    private final Function<BudgetSpent, LuaScriptException> ended;
    private final Scope engine;
    /** Null while nothing runs. */
    private @Nullable Scope running;

    /**
     * @param standard the engine's default context
     * @param ended what a budget comes to that a call from Java has spent
     */
    Scopes(LuaVm vm, Supplier<ScriptContext> standard, Function<BudgetSpent, LuaScriptException> ended) {
        this.vm = vm;
        this.ended = ended;
        this.standard = standard;
        this.engine = Scope.ofEngine(vm.globals(), null);
    }

    LuaVm vm() {
        return vm;
    }

    /** That of the engine's own globals. */
    Scope engine() {
        return engine;
    }

    Scope current() {
        return running == null ? engine : running;
    }

    /** The context whose reader and writers are good now. */
    ScriptContext context() {
        ScriptContext own = current().context();
        return own == null ? standard.get() : own;
    }

    /** The context behind the engine's own globals. */
    @SuppressWarnings("ReferenceEquality")
    ScriptContext ofGlobals() {
        return current().environment() == vm.globals() ? context() : standard.get();
    }

    /**
     * Calls a function in a scope, on the main coroutine.
     *
     * @throws LuaError what the function threw
     */
    Varargs call(Scope scope, LuaValue function, Varargs arguments) {
        Scope before = running;
        Scope from = current();
        if (from == scope) {
            return vm.call(function, arguments);
        }
        CallStack calls = vm.globals().calls;
        LuaTable environment = calls.environment();
        from.chosen(environment);
        calls.environment(scope.chosen());
        running = scope;
        try {
            return vm.call(function, arguments);
        } finally {
            running = before;
            scope.chosen(calls.environment());
            calls.environment(environment);
        }
    }

    /** The same for a caller that is no host. */
    Varargs callFromJava(Scope scope, LuaValue function, Varargs arguments) throws LuaScriptException {
        try {
            return call(scope, function, arguments);
        } catch (LuaError failure) {
            throw LuaScriptException.of(failure);
        } catch (BudgetSpent spent) {
            throw ended(spent);
        }
    }

    /** For a caller that is no host, which would end the script instance. */
    LuaScriptException ended(BudgetSpent spent) {
        return ended.apply(spent);
    }
}
