package org.scriptsocket.script;

import javax.script.ScriptEngine;
import org.scriptsocket.websocket.WebSocketModule;

/** Serves every {@link javax.script.Invocable} engine. */
final class GenericBinding implements ScriptBinding {

    @Override
    public boolean supports(ScriptEngine engine) {
        return true;
    }

    @Override
    public BoundEngine install(ScriptEngine engine, WebSocketModule module) {
        throw new UnsupportedOperationException();
    }
}
