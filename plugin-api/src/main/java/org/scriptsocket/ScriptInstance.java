package org.scriptsocket;

import java.util.Optional;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.ConnectionOwner;
import org.scriptsocket.websocket.Event;
import org.scriptsocket.websocket.ScriptCallback;

/** One instance of a script: its {@code self}, its connections. To be used on the host's thread. */
public final class ScriptInstance implements AutoCloseable {

    private enum State {
        RUNNING,
        CLOSING,
        CLOSED
    }

    private final HostedEngine engine;
    private final String name;
    /** Null for the default instance of an engine, which belongs to no script. */
    private final @Nullable Script script;

    private final @Nullable Object self;
    private final ConnectionOwner owner = new Owner();
    private State state = State.RUNNING;

    ScriptInstance(HostedEngine engine, String name, @Nullable Script script, @Nullable Object self) {
        this.engine = engine;
        this.name = name;
        this.script = script;
        this.self = self;
    }

    /** The script's {@code self}, a value of the engine. */
    public @Nullable Object self() {
        return self;
    }

    /**
     * Calls a function of the script with {@code self} and the arguments.
     *
     * @param arguments Java values, which are converted, or values of the engine
     * @return what the function returned, as the engine gives it to Java
     * @throws ScriptException if the script throws
     * @throws IllegalArgumentException if there is no such function
     * @throws IllegalStateException if the instance or the host is closed, or another thread is inside the host
     */
    public @Nullable Object call(String function, @Nullable Object... arguments) throws ScriptException {
        Optional<Object> result = engine.host().inside(() -> {
            if (state == State.CLOSED) {
                throw new IllegalStateException("The script instance " + name + " is closed");
            }
            ScriptFunction found = function(function);
            if (found == null) {
                throw new IllegalArgumentException(name + " has no function '" + function + "'");
            }
            return engine.call(this, function, () -> Optional.ofNullable(found.call(withSelf(arguments))));
        });
        return result.orElse(null);
    }

    /**
     * Calls {@code final(self)} (or {@code finalize}), then closes the instance's connections with 1001; no event is delivered to it
     * any more. Twice is no effect.
     */
    @Override
    public void close() {
        engine.host().inside(() -> {
            closeInside();
            return this;
        });
    }

    /** Whether {@code final} has run, or a budget that was spent has ended it without. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    @Override
    public String toString() {
        return name;
    }

    HostedEngine engine() {
        return engine;
    }

    void init() throws ScriptException {
        ScriptFunction init = script == null ? null : script.function("init");
        if (init != null) {
            engine.call(this, "init", () -> Optional.ofNullable(init.call(self)));
        }
    }

    boolean hasUpdate() {
        return script != null && script.defines("update");
    }

    void update(double dt) {
        ScriptFunction update = function("update");
        if (update != null && state == State.RUNNING) {
            engine.run(this, "update", () -> update.call(self, dt));
        }
    }

    void closeInside() {
        if (state != State.RUNNING) {
            return;
        }
        state = State.CLOSING;
        try {
            runFinal();
        } finally {
            endInside();
        }
    }

    /** Without {@code final}. */
    void endInside() {
        state = State.CLOSED;
        engine.host().forget(this, CloseStatus.GOING_AWAY);
    }

    /** It has used up what the host lets it have: no {@code final}. The default instance of an engine only loses its connections. */
    void fail() {
        if (script != null) {
            state = State.CLOSED;
        }
        engine.host().forget(this, CloseStatus.INTERNAL_ERROR);
    }

    private void runFinal() {
        for (String name : new String[] {"final", "finalize"}) {
            ScriptFunction function = script == null ? null : script.function(name);
            if (function != null) {
                engine.run(this, name, () -> function.call(self));
                return;
            }
        }
    }

    ConnectionOwner owner() {
        return owner;
    }

    private @Nullable ScriptFunction function(String function) {
        ScriptFunction taken = script == null ? null : script.function(function);
        return taken == null ? engine.bound().function(function) : taken;
    }

    private @Nullable Object[] withSelf(@Nullable Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = self;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    /** What the module sees of this instance. */
    private final class Owner implements ConnectionOwner {

        @Override
        public boolean isClosing() {
            return state != State.RUNNING || engine.host().isClosed();
        }

        @Override
        public boolean isClosed() {
            return state == State.CLOSED;
        }

        @Override
        public void fail() {
            ScriptInstance.this.fail();
        }

        @Override
        public void deliver(ScriptCallback callback, Connection connection, Event event) {
            engine.run(ScriptInstance.this, "callback", () -> callback.call(self, connection, event));
        }
    }
}
