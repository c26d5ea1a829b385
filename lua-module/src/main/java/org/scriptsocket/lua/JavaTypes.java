package org.scriptsocket.lua;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits what a script gives to the type that Java asks for. */
final class JavaTypes {

    private JavaTypes() {}

    /**
     * @param value as {@link JavaValues#toJava} gives it
     * @throws ClassCastException if it does not fit; it says why
     */
    static @Nullable Object fit(@Nullable Object value, Class<?> type) {
        if (type == void.class || type == Void.class) {
            return null;
        }
        if (type == boolean.class) {
            return value != null && !value.equals(false);
        }
        if (value == null) {
            if (type.isPrimitive()) {
                throw mismatch(null, type);
            }
            return null;
        }
        Object fitted = converted(value, MethodType.methodType(type).wrap().returnType());
        if (fitted == null) {
            throw mismatch(value, type);
        }
        return fitted;
    }

    /** Null if there is no way. */
    private static @Nullable Object converted(Object value, Class<?> type) {
        if (type.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number) {
            return Numeric.fit(number, type);
        }
        if (value instanceof LuaTableObject table) {
            return ofTable(table, type);
        }
        if (value instanceof LuaFunctionObject function) {
            return FunctionalInterfaces.method(type) == null ? null : function.as(type);
        }
        return ofText(value, type);
    }

    private static @Nullable Object ofText(Object value, Class<?> type) {
        if (value instanceof byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return type.isInstance(text) ? text : null;
        }
        if (value instanceof String text) {
            if (type == byte[].class) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
            return type == Character.class && text.length() == 1 ? text.charAt(0) : null;
        }
        return null;
    }

    private static @Nullable Object ofTable(LuaTableObject table, Class<?> type) {
        List<@Nullable Object> list = table.asList();
        if (type.isInstance(list)) {
            return list;
        }
        // What # says of a table with holes may be far more than it has.
        return type.isArray() && list.size() <= table.size() ? array(list, type.getComponentType()) : null;
    }

    private static Object array(List<@Nullable Object> list, Class<?> component) {
        Object array = Array.newInstance(component, list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, fit(list.get(i), component));
        }
        return array;
    }

    private static ClassCastException mismatch(@Nullable Object value, Class<?> type) {
        return new ClassCastException("the script gives " + described(value) + " where Java expects " + expected(type));
    }

    private static String described(@Nullable Object value) {
        if (value == null) {
            return "nil";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return "the value " + value;
        }
        if (value instanceof LuaTableObject) {
            return "a table";
        }
        return value instanceof LuaFunctionObject
                ? "a function"
                : value instanceof String || value instanceof byte[] ? "a string" : "an object";
    }

    private static String expected(Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        if (Number.class.isAssignableFrom(boxed)) {
            return boxed == Double.class || boxed == Float.class ? "a number" : "a whole number in its range";
        }
        if (CharSequence.class.isAssignableFrom(type) || boxed == Character.class) {
            return "a text";
        }
        return type.isInterface() || type.isArray() ? "a table or a function that fits" : "another kind of value";
    }
}
