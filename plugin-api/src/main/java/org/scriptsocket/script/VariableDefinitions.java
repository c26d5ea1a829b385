package org.scriptsocket.script;

import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/** For engines whose functions are values of variables, as those of most languages are. */
final class VariableDefinitions implements Definitions {

    private final ScriptEngine engine;
    private final Invocable invocable;
    private int taken;

    VariableDefinitions(ScriptEngine engine, Invocable invocable) {
        this.engine = engine;
        this.invocable = invocable;
    }

    @Override
    public void begin(String file) {}

    /** A function can be called by its name only, so it gets one that no script uses. */
    @Override
    public @Nullable ScriptFunction take(String name) {
        Object function = engine.get(name);
        if (function == null) {
            return null;
        }
        String hidden = "scriptsocket_" + ++taken + "_" + name;
        engine.put(hidden, function);
        engine.getBindings(ScriptContext.ENGINE_SCOPE).remove(name);
        if (engine.get(name) != null) {
            engine.put(name, null);
        }
        return arguments -> invocable.invokeFunction(hidden, arguments);
    }

    @Override
    public @Nullable ScriptFunction function(String name) {
        return engine.get(name) == null ? null : arguments -> invocable.invokeFunction(name, arguments);
    }
}
