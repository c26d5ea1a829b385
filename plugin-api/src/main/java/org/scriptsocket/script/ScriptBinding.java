package org.scriptsocket.script;

import javax.script.ScriptEngine;
import org.scriptsocket.websocket.WebSocketModule;

/**
 * Joins one kind of script engine to the {@code websocket} module.
 *
 * <p>Found by {@link java.util.ServiceLoader}: its public constructor without arguments must cost nothing. The first one
 * that supports an engine serves it; the generic binding, which serves every {@link javax.script.Invocable} engine whose
 * functions become Java's functional interfaces, comes last.
 */
public interface ScriptBinding {

    /** Whether this binding knows the engine. Must be cheap, and must not touch the engine's state. */
    boolean supports(ScriptEngine engine);

    /**
     * Gives the engine its {@code websocket} global. Called once for an engine, on the script thread.
     *
     * @param module what the global's functions call
     */
    BoundEngine install(ScriptEngine engine, WebSocketModule module);
}
