package org.scriptsocket.lua;

import java.util.Objects;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.script.ScriptFunction;

/**
 * A function of a script as Java has it. It runs in the context of the evaluation that gave it away, on the thread that calls it, which
 * has to be the engine's. Two are equal if they stand for the same function; given back to its engine, it is that function again.
 */
public final class LuaFunctionObject implements ScriptFunction {

    private final JavaValues values;
    private final LuaFunction function;
    private final Scope scope;

    LuaFunctionObject(JavaValues values, LuaFunction function, Scope scope) {
        this.values = values;
        this.function = function;
        this.scope = scope;
    }

    /**
     * Calls it.
     *
     * @return the first value that it returns
     * @throws ScriptException what it throws
     */
    @Override
    public @Nullable Object call(@Nullable Object... arguments) throws ScriptException {
        LuaValue result = values.scopes()
                .callFromJava(scope, function, values.toLua(arguments))
                .arg1();
        return values.toJava(result, scope);
    }

    /**
     * The function as an implementation of an interface with one method. What it returns is fitted to the method's type; what it throws comes
     * out as {@link ScriptException} or an exception of the host's own where the method declares that, else as an
     * {@link UncheckedScriptException}.
     *
     * @throws IllegalArgumentException if the type is no interface with exactly one method to implement
     */
    public <T> T as(Class<T> type) {
        if (FunctionalInterfaces.method(type) == null) {
            throw new IllegalArgumentException(type.getName() + " is no functional interface");
        }
        return type.cast(new InterfaceCalls(values, () -> scope, name -> function, null, function).proxy(type));
    }

    /** The function itself, for code that is written against the VM. */
    public LuaFunction function() {
        return function;
    }

    boolean isOf(JavaValues engine) {
        return values == engine;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LuaFunctionObject twin && function.equals(twin.function);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(function);
    }

    @Override
    public String toString() {
        return "a function of a script";
    }
}
