package org.scriptsocket;

import java.util.Map;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.script.ScriptFunction;

/**
 * A script that was evaluated once; each of its instances uses the functions {@code init}, {@code update} and {@code final} (or
 * {@code finalize}) that it defined, shares its globals, and has a {@code self} of its own.
 */
public final class Script {

    private final HostedEngine engine;
    private final String name;
    private final Map<String, ScriptFunction> functions;
    private int started;

    Script(HostedEngine engine, String name, Map<String, ScriptFunction> functions) {
        this.engine = engine;
        this.name = name;
        this.functions = functions;
    }

    /** The name that errors give. */
    public String name() {
        return name;
    }

    /** Whether it defined this life-cycle function: {@code init}, {@code update}, {@code final} or {@code finalize}. */
    public boolean defines(String function) {
        return functions.containsKey(function);
    }

    /**
     * Makes an instance and calls its {@code init(self)}. On the host's thread.
     *
     * @throws ScriptException if {@code init} fails; then the instance was closed
     * @throws IllegalStateException if the host is closed or in use by another thread
     */
    public ScriptInstance start() throws ScriptException {
        return engine.host().start(this);
    }

    HostedEngine engine() {
        return engine;
    }

    @Nullable ScriptFunction function(String function) {
        return functions.get(function);
    }

    String nextInstanceName() {
        return name + " #" + ++started;
    }

    @Override
    public String toString() {
        return name;
    }
}
