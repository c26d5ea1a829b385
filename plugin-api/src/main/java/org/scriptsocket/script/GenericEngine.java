package org.scriptsocket.script;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** An engine that is used by nothing but the interfaces of {@code javax.script}. */
final class GenericEngine implements BoundEngine {

    private final ScriptEngine engine;
    private final Invocable invocable;
    private final Set<String> files = new HashSet<>();
    private int taken;

    GenericEngine(ScriptEngine engine, Invocable invocable) {
        this.engine = engine;
        this.invocable = invocable;
    }

    @Override
    public Object newSelf() {
        return new HashMap<String, Object>();
    }

    @Override
    public Map<String, ScriptFunction> load(byte[] source, String file) throws ScriptException {
        Object before = engine.get(ScriptEngine.FILENAME);
        files.add(file);
        try {
            engine.put(ScriptEngine.FILENAME, file);
            engine.eval(new String(source, StandardCharsets.UTF_8));
        } finally {
            engine.put(ScriptEngine.FILENAME, before == null ? "" : before);
        }
        Map<String, ScriptFunction> functions = new HashMap<>();
        for (String name : LIFECYCLE) {
            ScriptFunction function = take(name);
            if (function != null) {
                functions.put(name, function);
            }
        }
        return functions;
    }

    @Override
    public @Nullable ScriptFunction function(String name) {
        return engine.get(name) == null ? null : arguments -> invocable.invokeFunction(name, arguments);
    }

    @Override
    public Fault fault(Throwable thrown) {
        return GenericFaults.of(thrown, files);
    }

    /** A function can be called by its name only, so it gets one that no script uses. */
    private @Nullable ScriptFunction take(String name) {
        Object function = engine.get(name);
        if (function == null) {
            return null;
        }
        String hidden = "scriptsocket$" + ++taken + "$" + name;
        engine.put(hidden, function);
        engine.getBindings(ScriptContext.ENGINE_SCOPE).remove(name);
        if (engine.get(name) != null) {
            // JavaScript keeps what was declared as a function.
            engine.put(name, null);
        }
        return arguments -> invocable.invokeFunction(hidden, arguments);
    }
}
