package org.scriptsocket.script;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;

/** Groovy makes a class of each script; its methods are the functions, and so are closures in global variables. */
final class GroovyDefinitions extends SoleScript {

    private static final String KEPT = "scriptsocket_kept";

    GroovyDefinitions(ScriptEngine engine, Invocable invocable) {
        super(engine, invocable);
    }

    @Override
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Class<?> each :
                Reflection.call(Reflection.call(engine, "getClassLoader"), "getLoadedClasses", Class[].class)) {
            if (each.getSuperclass() != null && each.getSuperclass().getName().equals("groovy.lang.Script")) {
                Reflection.methods(each).map(Method::getName).forEach(names::add);
            }
        }
        engine.getBindings(ScriptContext.ENGINE_SCOPE).forEach((name, value) -> {
            if (Reflection.isA(value, "groovy.lang.Closure")) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * By a closure: {@link Invocable#invokeFunction} makes a NoSuchMethodException without a position of each unknown name that
     * the function stumbles on.
     */
    @Override
    ScriptFunction callable(String name) {
        Keeper keeper = new Keeper();
        try {
            engine.put(KEPT, keeper);
            engine.eval(KEPT + ".keep { Object[] values -> " + name + "(*values) }");
        } catch (ScriptException e) {
            return super.callable(name);
        } finally {
            engine.getBindings(ScriptContext.ENGINE_SCOPE).remove(KEPT);
        }
        return keeper.kept;
    }

    /** Takes a closure from Groovy. Public for the engine, which finds its method by reflection. */
    public static final class Keeper {

        private ScriptFunction kept = arguments -> null;

        Keeper() {}

        public void keep(ScriptFunction function) {
            kept = function;
        }
    }
}
