package org.scriptsocket.kit.junit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A field with {@link StartStop}.
 *
 * @param tests the object whose field it is; null for a static one
 */
record StartedField(Field field, @Nullable Object tests) {

    /** Starts what is in the field, made first if nothing is. Gives what closes it, and empties the field if it was empty before. */
    AutoCloseable start() {
        if (!AutoCloseable.class.isAssignableFrom(field.getType())) {
            throw wrong("is no AutoCloseable");
        }
        try {
            field.setAccessible(true);
            Object value = field.get(tests);
            return value == null ? made() : (AutoCloseable) started(value);
        } catch (IllegalAccessException e) {
            throw wrong("can not be written: " + e.getMessage());
        }
    }

    /** A static field may serve another run of its class later. */
    private AutoCloseable made() throws IllegalAccessException {
        AutoCloseable made = (AutoCloseable) make();
        field.set(tests, made);
        return () -> {
            field.set(tests, null);
            made.close();
        };
    }

    private Object make() {
        if (ModifierSupport.isFinal(field)) {
            throw wrong("is final and null");
        }
        Optional<Method> factory = startMethod(field.getType(), true)
                .filter(method -> field.getType().isAssignableFrom(method.getReturnType()));
        return factory.isPresent() ? ReflectionSupport.invokeMethod(factory.get(), null) : started(create());
    }

    private Object create() {
        Constructor<?>[] all = field.getType().getDeclaredConstructors();
        if (Arrays.stream(all).noneMatch(one -> one.getParameterCount() == 0)) {
            throw wrong("is null, and its type has neither a static start() nor a constructor without parameters");
        }
        return ReflectionSupport.newInstance(field.getType());
    }

    private static Object started(Object value) {
        startMethod(value.getClass(), false).ifPresent(method -> ReflectionSupport.invokeMethod(method, value));
        return value;
    }

    private static Optional<Method> startMethod(Class<?> type, boolean ofTheClass) {
        return ReflectionSupport.findMethod(type, "start")
                .filter(method -> ModifierSupport.isStatic(method) == ofTheClass);
    }

    private ExtensionConfigurationException wrong(String what) {
        return new ExtensionConfigurationException("@StartStop: the field '" + field.getName() + "' of "
                + field.getDeclaringClass().getSimpleName() + " " + what);
    }
}
