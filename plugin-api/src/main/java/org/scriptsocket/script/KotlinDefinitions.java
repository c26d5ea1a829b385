package org.scriptsocket.script;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/** Kotlin makes an object of each source that it evaluates; its methods are the functions. */
final class KotlinDefinitions extends SoleScript {

    KotlinDefinitions(ScriptEngine engine, Invocable invocable) {
        super(engine, invocable);
    }

    @Override
    Set<String> names() {
        Set<String> names = new HashSet<>();
        instances()
                .forEach(each ->
                        Reflection.methods(each.getClass()).map(Method::getName).forEach(names::add));
        return names;
    }

    /** By reflection: the engine's own way loses where the function failed. */
    @Override
    ScriptFunction callable(String name) {
        return arguments -> {
            for (Object each : instances()) {
                Method method = Reflection.method(each.getClass(), name, arguments.length);
                if (method != null) {
                    return call(each, method, arguments);
                }
            }
            throw new NoSuchMethodException(name + " has not " + arguments.length + " parameters");
        };
    }

    @Override
    public String wrapper(String name, String variable) {
        return "fun " + name + "(vararg values: Any?): Any? = (bindings[\"" + variable
                + "\"] as org.scriptsocket.script.HostFunction).call(values.toList())";
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** What was evaluated, the last first. */
    private List<Object> instances() {
        Object history = Reflection.call(engine, "getBackwardInstancesHistory");
        Iterator<?> all = Reflection.call(history, "iterator", Iterator.class);
        List<Object> instances = new ArrayList<>();
        all.forEachRemaining(instances::add);
        return instances;
    }
}
