package org.scriptsocket.lua;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which interfaces, and which objects of Java, are functions. */
final class FunctionalInterfaces {

    private FunctionalInterfaces() {}

    /** What an implementation of an interface has to define, one method for each signature. */
    static List<Method> open(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !isOfObject(method))
                .toList();
    }

    private static boolean isOfObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** The method that a function implements, or null if the type is no functional interface. */
    static @Nullable Method method(Class<?> type) {
        if (!type.isInterface()) {
            return null;
        }
        List<Method> open = open(type);
        boolean one = !open.isEmpty()
                && open.stream()
                        .allMatch(each -> each.getName().equals(open.get(0).getName())
                                && each.getParameterCount() == open.get(0).getParameterCount());
        return one ? open.get(0) : null;
    }

    /**
     * The method by which an object is a function, or null: a lambda's, or that of the one interface among its own which is marked as
     * functional.
     */
    static @Nullable Method of(Object object) {
        Class<?> type = object.getClass();
        List<Method> methods = interfaces(type)
                .filter(each -> type.isSynthetic() || each.isAnnotationPresent(FunctionalInterface.class))
                .map(FunctionalInterfaces::method)
                .flatMap(Stream::ofNullable)
                .toList();
        Set<String> names = new LinkedHashSet<>();
        methods.forEach(method -> names.add(method.getName() + method.getParameterCount()));
        return names.size() == 1 ? methods.get(0) : null;
    }

    private static Stream<Class<?>> interfaces(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Arrays.stream(type.getInterfaces())
                                .flatMap(each -> Stream.concat(Stream.of(each), interfaces(each))),
                        interfaces(type.getSuperclass()));
    }
}
