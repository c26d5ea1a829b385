package org.scriptsocket.script;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.websocket.WebSocketModule;

/** An engine whose {@code websocket} is made by a {@link Prelude}. */
final class PreludeEngine implements BoundEngine {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z]\\w*");

    private final ScriptEngine engine;
    private final Prelude prelude;
    private final Invocable invocable;
    private final Gate gate;
    private final GenericFaults faults;
    private final Set<String> files = new HashSet<>();

    PreludeEngine(ScriptEngine engine, Prelude prelude, WebSocketModule module) {
        this.engine = engine;
        this.prelude = prelude;
        this.invocable = (Invocable) engine;
        this.gate = new Gate(module, engine.getFactory().getEngineName().equals("rhino"));
        this.faults = GenericFaults.of(engine, files);
        prelude.install(engine, gate);
    }

    @Override
    public Object newSelf() {
        return Objects.requireNonNull(prelude("self"));
    }

    @Override
    public Map<String, ScriptFunction> load(byte[] source, String file) throws ScriptException {
        files.add(file);
        LIFECYCLE.forEach(this::take);
        if (prelude == Prelude.RUBY) {
            giveVariables();
        }
        Evaluation.of(engine, source, file);
        return BoundEngine.lifecycle(this::take);
    }

    @Override
    public @Nullable ScriptFunction function(String name) {
        Object function = prelude("find", name);
        return function == null ? null : arguments -> call(function, arguments);
    }

    @Override
    public void define(String name, ScriptFunction function) {
        prelude("define", name, new HostFunction(function));
    }

    @Override
    public void close() {
        gate.close();
    }

    @Override
    public void enter(String function) {
        gate.takeFailed();
    }

    @Override
    public Fault fault(Throwable thrown) {
        Gate.Failed failed = gate.takeFailed();
        return failed == null ? faults.of(thrown) : faults.of(failed.message(), failed.calls());
    }

    private @Nullable ScriptFunction take(String name) {
        ScriptFunction function = function(name);
        if (function != null) {
            prelude("drop", name);
        }
        return function;
    }

    /** What the host has put into the engine is a local variable there, which no function sees. */
    private void giveVariables() {
        // A copy, because a call of the prelude changes them.
        new HashMap<>(engine.getBindings(ScriptContext.ENGINE_SCOPE)).forEach((name, value) -> {
            if (VARIABLE.matcher(name).matches()) {
                prelude("variable", name, value);
            }
        });
    }

    /** Calls a function of the prelude that does not fail. */
    private @Nullable Object prelude(String function, @Nullable Object... arguments) {
        try {
            return invocable.invokeFunction("scriptsocket_" + function, arguments);
        } catch (ScriptException | NoSuchMethodException e) {
            throw new IllegalStateException("the script has taken scriptsocket_" + function + " away", e);
        }
    }

    private @Nullable Object call(Object function, @Nullable Object[] arguments) throws Exception {
        Object[] all = new Object[arguments.length + 1];
        all[0] = function;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return invocable.invokeFunction("scriptsocket_call", all);
    }
}
