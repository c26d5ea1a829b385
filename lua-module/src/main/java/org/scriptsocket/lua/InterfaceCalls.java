package org.scriptsocket.lua;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Calls of a Java interface that a script implements. */
final class InterfaceCalls implements InvocationHandler {

    private final JavaValues values;
    private final Supplier<Scope> scope;
    private final Function<String, LuaValue> functions;
    private final @Nullable LuaValue self;
    private final LuaValue origin;

    /**
     * @param functions the function for a method; it is asked at each call
     * @param self the first argument, or null for none
     * @param origin what the implementation is when it comes back to a script
     */
    InterfaceCalls(
            JavaValues values,
            Supplier<Scope> scope,
            Function<String, LuaValue> functions,
            @Nullable LuaValue self,
            LuaValue origin) {
        this.values = values;
        this.scope = scope;
        this.functions = functions;
        this.self = self;
        this.origin = origin;
    }

    Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    /** Whether there is a function for each method that has to be implemented. */
    boolean implement(Class<?> type) {
        return FunctionalInterfaces.open(type).stream()
                .allMatch(method -> functions.apply(method.getName()).isfunction());
    }

    /** What a value of Java is for the scripts of an engine that has implemented it, or null. */
    static @Nullable LuaValue origin(Object value, JavaValues engine) {
        return Proxy.isProxyClass(value.getClass())
                        && Proxy.getInvocationHandler(value) instanceof InterfaceCalls calls
                        && calls.values == engine
                ? calls.origin
                : null;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method.getName(), given);
        }
        LuaValue function = function(method);
        if (function.isfunction()) {
            return JavaTypes.fit(result(method, function, given), method.getReturnType());
        }
        if (method.isDefault()) {
            return byDefault(proxy, method, given);
        }
        throw failed(
                method,
                LuaScriptException.of(
                        new LuaError(LuaText.of("the script has no function '" + method.getName() + "' any more"), 0)));
    }

    /** A function that stands for all methods is not asked for those that have a body. */
    private LuaValue function(Method method) throws Exception {
        try {
            return method.isDefault() && origin.isfunction() ? LuaValue.NIL : functions.apply(method.getName());
        } catch (UncheckedScriptException spent) {
            throw failed(method, spent.getCause());
        }
    }

    private @Nullable Object result(Method method, LuaValue function, @Nullable Object[] given) throws Throwable {
        Scope where = scope.get();
        try {
            return values.toJava(
                    values.scopes()
                            .call(where, function, arguments(method, given))
                            .arg1(),
                    where);
        } catch (LuaError failure) {
            throw thrown(method, failure);
        } catch (BudgetSpent spent) {
            throw failed(method, values.scopes().ended(spent));
        }
    }

    private Varargs arguments(Method method, @Nullable Object[] given) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(given));
        if (method.isVarArgs()) {
            Object rest = all.remove(all.size() - 1);
            for (int i = 0; rest != null && i < Array.getLength(rest); i++) {
                all.add(Array.get(rest, i));
            }
        }
        Varargs converted = values.toLua(all.toArray());
        return self == null ? converted : LuaValue.varargsOf(self, converted);
    }

    /** What a function of the host threw inside the script comes out as it was, if the method may throw it. */
    private static Throwable thrown(Method method, LuaError failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (!(each instanceof LuaError) && declares(method, each)) {
                return each;
            }
        }
        return failed(method, LuaScriptException.of(failure));
    }

    private static Exception failed(Method method, ScriptException failure) {
        return declares(method, failure) ? failure : new UncheckedScriptException(failure);
    }

    private static boolean declares(Method method, Throwable thrown) {
        return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(thrown));
    }

    private static @Nullable Object byDefault(Object proxy, Method method, @Nullable Object[] given) throws Throwable {
        try {
            return InvocationHandler.invokeDefault(proxy, method, given);
        } catch (IllegalAccessException e) {
            // An interface that is not public.
            Class<?> type = method.getDeclaringClass();
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .unreflectSpecial(method, type)
                    .bindTo(proxy)
                    .invokeWithArguments(given);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static Object ofObject(Object proxy, String name, @Nullable Object[] given) {
        return switch (name) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a script's " + proxy.getClass().getInterfaces()[0].getSimpleName();
        };
    }
}
