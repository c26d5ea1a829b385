package org.scriptsocket.script;

import java.util.Iterator;
import java.util.ServiceLoader;
import javax.script.Invocable;
import javax.script.ScriptEngine;

/** Finds the binding for an engine. */
public final class ScriptBindings {

    private ScriptBindings() {}

    /**
     * The first binding of the class loader that supports the engine, or the generic one.
     *
     * @throws IllegalArgumentException if there is none; it says what the engine lacks
     */
    public static ScriptBinding find(ScriptEngine engine, ClassLoader loader) {
        for (Iterator<ScriptBinding> all =
                        ServiceLoader.load(ScriptBinding.class, loader).iterator();
                all.hasNext(); ) {
            ScriptBinding binding = all.next();
            if (binding.supports(engine)) {
                return binding;
            }
        }
        if (engine instanceof Invocable) {
            return new GenericBinding();
        }
        throw new IllegalArgumentException(
                "The script engine '" + engine.getFactory().getEngineName()
                        + "' can not be used: it is not Invocable, and no binding on the class path supports it");
    }
}
