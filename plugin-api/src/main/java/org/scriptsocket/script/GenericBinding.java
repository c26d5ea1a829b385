package org.scriptsocket.script;

import javax.script.Invocable;
import javax.script.ScriptEngine;
import org.scriptsocket.websocket.WebSocketModule;

/** Serves every {@link Invocable} engine whose functions become Java's functional interfaces. */
final class GenericBinding implements ScriptBinding {

    @Override
    public boolean supports(ScriptEngine engine) {
        return engine instanceof Invocable;
    }

    @Override
    public BoundEngine install(ScriptEngine engine, WebSocketModule module) {
        Prelude prelude = Prelude.of(engine);
        return prelude == null ? GenericEngine.join(engine, module) : new PreludeEngine(engine, prelude, module);
    }
}
