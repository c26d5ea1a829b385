package org.scriptsocket.lua;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** An object of Java whose public methods and fields scripts may use, because the host allows {@code luajava}. */
final class OpenObject extends HeldObject {

    private final JavaValues values;

    OpenObject(Object object, JavaValues values) {
        super(object);
        this.values = values;
    }

    @Override
    public String tojstring() {
        return held().toString();
    }

    @Override
    public LuaValue get(LuaValue key) {
        String name = key.isstring() ? key.tojstring() : "";
        List<Method> methods = methods(name);
        if (!methods.isEmpty()) {
            return LibraryFunction.of(name, args -> call(name, methods, args));
        }
        Field field = field(name);
        return field == null ? NIL : read(field);
    }

    @Override
    public void set(LuaValue key, LuaValue value) {
        Field field = field(key.isstring() ? key.tojstring() : "");
        if (field == null) {
            throw new LuaError("this Java object has no field '" + key.tojstring() + "'");
        }
        try {
            field.set(held(), JavaTypes.fit(values.toJava(value), field.getType()));
        } catch (IllegalAccessException | ClassCastException e) {
            throw new LuaError("the field '" + field.getName() + "' of a Java object does not take this value");
        }
    }

    private LuaValue read(Field field) {
        try {
            return values.toLua(field.get(held()));
        } catch (IllegalAccessException e) {
            return NIL;
        }
    }

    private @Nullable Field field(String name) {
        try {
            Field field = held().getClass().getField(name);
            return field.canAccess(held()) ? field : null;
        } catch (NoSuchFieldException | IllegalArgumentException e) {
            return null;
        }
    }

    private List<Method> methods(String name) {
        return types(held().getClass())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .distinct()
                .toList();
    }

    /** The class, and what it extends and implements, where methods of a class that is not public can be reached. */
    private static Stream<Class<?>> types(@Nullable Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        List<Class<?>> all = new ArrayList<>(List.of(type));
        all.addAll(Arrays.asList(type.getInterfaces()));
        return Stream.concat(
                all.stream(),
                Stream.concat(
                        Arrays.stream(type.getInterfaces()).flatMap(OpenObject::types), types(type.getSuperclass())));
    }

    /** The first whose number of parameters and whose types fit. */
    private LuaValue call(String name, List<Method> methods, Varargs arguments) {
        LuaError misfit = null;
        int count = Math.max(0, arguments.narg() - 1);
        for (Method method : methods) {
            if (method.canAccess(isStatic(method) ? null : held())
                    && (method.getParameterCount() == count
                            || method.isVarArgs() && count >= method.getParameterCount() - 1)) {
                JavaCall call = new JavaCall(method);
                try {
                    call.fitted(arguments, 2, values);
                } catch (LuaError e) {
                    misfit = e;
                    continue;
                }
                return call.invoke(held(), arguments, 2, values);
            }
        }
        throw misfit != null
                ? misfit
                : new LuaError("'" + name + "' of a Java object takes no " + count + " arguments");
    }

    private static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }
}
