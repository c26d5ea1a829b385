package org.scriptsocket.lua;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A method of Java as scripts call it: missing arguments are null, those too many are dropped. */
final class JavaCall {

    private final Method method;
    private final Class<?>[] types;

    JavaCall(Method method) {
        this.method = method;
        this.types = method.getParameterTypes();
        method.trySetAccessible();
    }

    /** @param from where the arguments of the method begin, from 1 */
    LuaValue invoke(@Nullable Object target, Varargs arguments, int from, JavaValues values) {
        @Nullable Object[] given = fitted(arguments, from, values);
        try {
            return values.toLua(method.invoke(target, given));
        } catch (InvocationTargetException e) {
            throw thrown(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw new LuaError("this method of a Java object is not open to scripts");
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof ClassCastException || cause instanceof NullPointerException) {
            // What the JVM says of these names classes.
            return new IllegalArgumentException("a function of the host does not take these arguments", cause);
        }
        return cause instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(cause.getMessage(), cause);
    }

    /** @throws LuaError if one does not fit */
    @Nullable Object[] fitted(Varargs arguments, int from, JavaValues values) {
        @Nullable Object[] given = new Object[types.length];
        int fixed = method.isVarArgs() ? types.length - 1 : types.length;
        for (int i = 0; i < fixed; i++) {
            given[i] = fitted(arguments, from, i, types[i], values);
        }
        if (method.isVarArgs()) {
            given[fixed] = rest(arguments, from, fixed, values);
        }
        return given;
    }

    private Object rest(Varargs arguments, int from, int fixed, JavaValues values) {
        Class<?> component = types[fixed].getComponentType();
        int count = Math.max(0, arguments.narg() - (from - 1) - fixed);
        Object rest = Array.newInstance(component, count);
        for (int i = 0; i < count; i++) {
            Array.set(rest, i, fitted(arguments, from, fixed + i, component, values));
        }
        return rest;
    }

    private @Nullable Object fitted(Varargs arguments, int from, int index, Class<?> type, JavaValues values) {
        try {
            return JavaTypes.fit(values.toJava(arguments.arg(from + index)), type);
        } catch (ClassCastException e) {
            throw new LuaError(
                    "bad argument #" + (index + 1) + " to '" + method.getName() + "' (" + e.getMessage() + ")");
        }
    }
}
