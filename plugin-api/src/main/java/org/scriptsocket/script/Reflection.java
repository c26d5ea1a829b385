package org.scriptsocket.script;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of what engines have in public besides {@code javax.script}: none of them is on our class path when we are compiled. */
final class Reflection {

    private Reflection() {}

    static Object call(Object target, String method) {
        return call(target, method, Object.class);
    }

    static <T> T call(Object target, String method, Class<T> type) {
        try {
            return type.cast(accessible(target.getClass(), method).invoke(target));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("this version of the script engine has no " + method, e);
        }
    }

    /** The public methods that the class itself declares. */
    static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getMethods()).filter(method -> method.getDeclaringClass() == type);
    }

    /** One of these with that many parameters, or null. */
    static @Nullable Method method(Class<?> type, String name, int parameters) {
        return methods(type)
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElse(null);
    }

    /** Whether the value's class is this one, or extends it. */
    static boolean isA(@Nullable Object value, String type) {
        for (Class<?> each = value == null ? null : value.getClass(); each != null; each = each.getSuperclass()) {
            if (each.getName().equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** The class may be hidden, and the method then be one of an interface. */
    private static Method accessible(Class<?> type, String name) throws NoSuchMethodException {
        Method method = type.getMethod(name);
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> known : each.getInterfaces()) {
                for (Method candidate : known.getMethods()) {
                    if (candidate.getName().equals(name) && candidate.getParameterCount() == 0) {
                        return candidate;
                    }
                }
            }
        }
        return method;
    }
}
