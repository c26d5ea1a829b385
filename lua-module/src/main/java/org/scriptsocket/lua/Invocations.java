package org.scriptsocket.lua;

import java.util.Objects;
import java.util.function.Supplier;
import javax.script.Invocable;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** Calls of a script's functions from Java, in the engine's scope as it is then. */
final class Invocations implements Invocable {

    private final JavaValues values;
    private final Supplier<Scope> scope;

    Invocations(JavaValues values, Supplier<Scope> scope) {
        this.values = values;
        this.scope = scope;
    }

    @Override
    public @Nullable Object invokeFunction(String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        LuaValue function = field(scope.get().environment(), name);
        return invoke(name, function, values.toLua(given(arguments)));
    }

    @Override
    public @Nullable Object invokeMethod(Object target, String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        LuaValue table = scriptObject(target);
        Varargs rest = values.toLua(given(arguments));
        return invoke(name, field(table, name), LuaValue.varargsOf(table, rest));
    }

    private @Nullable Object invoke(String name, LuaValue function, Varargs arguments)
            throws ScriptException, NoSuchMethodException {
        if (!function.isfunction()) {
            throw new NoSuchMethodException("The script has no function '" + name + "'");
        }
        return values.toJava(call(function, arguments), scope.get());
    }

    /** As the script would find it, metamethods included. */
    private LuaValue field(LuaValue holder, String name) throws ScriptException {
        LuaString key = LuaText.of(Objects.requireNonNull(name, "The name of a function must not be null"));
        return call(LibraryFunction.of("index", args -> holder.get(key)), LuaValue.NONE);
    }

    private LuaValue call(LuaValue function, Varargs arguments) throws ScriptException {
        return values.scopes().callFromJava(scope.get(), function, arguments).arg1();
    }

    private static @Nullable Object[] given(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? new Object[0] : arguments;
    }

    private LuaTable scriptObject(@Nullable Object target) {
        if (target != null && values.toLua(target) instanceof LuaTable table && !(table instanceof Held)) {
            return table;
        }
        throw new IllegalArgumentException("Only a table of a script has methods that can be invoked");
    }

    @Override
    public <T> @Nullable T getInterface(Class<T> type) {
        LuaTable globals = scope.get().environment();
        return implement(
                type,
                new InterfaceCalls(values, scope, name -> found(scope.get().environment(), name), null, globals));
    }

    @Override
    public <T> @Nullable T getInterface(Object target, Class<T> type) {
        if (target instanceof LuaFunctionObject function) {
            return FunctionalInterfaces.method(checked(type)) == null ? null : function.as(type);
        }
        LuaTable table = scriptObject(target);
        return implement(type, new InterfaceCalls(values, scope, name -> found(table, name), table, table));
    }

    /** Nil if a metamethod fails; a budget that it spends is told. */
    private LuaValue found(LuaTable holder, String name) {
        try {
            return field(holder, name);
        } catch (ScriptException e) {
            if (e.getCause() instanceof BudgetSpent) {
                throw new UncheckedScriptException(e);
            }
            return LuaValue.NIL;
        }
    }

    private static <T> @Nullable T implement(@Nullable Class<T> type, InterfaceCalls calls) {
        Class<T> known = checked(type);
        return calls.implement(known) ? known.cast(calls.proxy(known)) : null;
    }

    private static <T> Class<T> checked(@Nullable Class<T> type) {
        if (type == null || !type.isInterface()) {
            throw new IllegalArgumentException((type == null ? "null" : type.getName()) + " is no interface");
        }
        return type;
    }
}
