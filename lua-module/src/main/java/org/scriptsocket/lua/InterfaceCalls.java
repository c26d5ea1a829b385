package org.scriptsocket.lua;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaTable;

/** Calls of a Java interface that a script implements. */
final class InterfaceCalls implements InvocationHandler {

    private final LuaScriptEngine engine;
    private final LuaTable functions;
    private final boolean methods;

    InterfaceCalls(LuaScriptEngine engine, LuaTable functions, boolean methods) {
        this.engine = engine;
        this.functions = functions;
        this.methods = methods;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
        if (method.getDeclaringClass() == Object.class) {
            return object(proxy, method.getName(), given);
        }
        if (method.isDefault() && !functions.get(method.getName()).isfunction()) {
            return InvocationHandler.invokeDefault(proxy, method, given);
        }
        Object result = methods
                ? engine.invokeMethod(functions, method.getName(), given)
                : engine.invokeFunction(method.getName(), given);
        return result instanceof Number number ? fitted(number, method.getReturnType()) : result;
    }

    @SuppressWarnings("ReferenceEquality")
    private static Object object(Object proxy, String name, @Nullable Object[] given) {
        return switch (name) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a script's " + proxy.getClass().getInterfaces()[0].getSimpleName();
        };
    }

    private static Object fitted(Number number, Class<?> type) {
        if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        if (type == long.class || type == Long.class) {
            return number.longValue();
        }
        if (type == float.class || type == Float.class) {
            return number.floatValue();
        }
        return type == int.class || type == Integer.class ? (Object) number.intValue() : number;
    }
}
