package org.scriptsocket.script;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.websocket.WebSocketModule;

/** An engine that is used by nothing but the interfaces of {@code javax.script}, and what is known of its {@link Definitions}. */
final class GenericEngine implements BoundEngine {

    private final ScriptEngine engine;
    private final Definitions definitions;
    private final Set<String> files = new HashSet<>();
    private final GenericFaults faults;
    private int defined;

    private GenericEngine(ScriptEngine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
        this.faults = GenericFaults.of(engine, files);
    }

    /** Gives the engine its {@code websocket}. */
    static GenericEngine join(ScriptEngine engine, WebSocketModule module) {
        Definitions definitions = Definitions.of(engine);
        engine.put("websocket", new WebSocketObject(module, definitions::callback));
        return new GenericEngine(engine, definitions);
    }

    @Override
    public Object newSelf() {
        String source = definitions.self();
        try {
            return source == null ? new HashMap<String, Object>() : engine.eval(source);
        } catch (ScriptException e) {
            throw new IllegalStateException("the engine makes no self", e);
        }
    }

    @Override
    public Map<String, ScriptFunction> load(byte[] source, String file) throws ScriptException {
        definitions.begin(file);
        files.add(file);
        Evaluation.of(engine, source, file);
        return BoundEngine.lifecycle(definitions::take);
    }

    @Override
    public @Nullable ScriptFunction function(String name) {
        return definitions.function(name);
    }

    @Override
    public void define(String name, ScriptFunction function) throws ScriptException {
        String variable = "scriptsocket_function_" + ++defined;
        String wrapper = definitions.wrapper(name, variable);
        if (wrapper.isEmpty()) {
            engine.put(name, function);
        } else {
            engine.put(variable, new HostFunction(function));
            engine.eval(wrapper);
        }
    }

    @Override
    public Fault fault(Throwable thrown) {
        return faults.of(thrown);
    }
}
