package org.scriptsocket.lua;

import javax.script.ScriptEngine;
import org.scriptsocket.script.BoundEngine;
import org.scriptsocket.script.ScriptBinding;
import org.scriptsocket.websocket.WebSocketModule;

/** Joins the engines of {@link LuaScriptEngineFactory} to the {@code websocket} module. */
public final class LuaBinding implements ScriptBinding {

    /** For {@link java.util.ServiceLoader}; costs nothing. */
    public LuaBinding() {}

    @Override
    public boolean supports(ScriptEngine engine) {
        return engine instanceof LuaScriptEngine;
    }

    @Override
    public BoundEngine install(ScriptEngine engine, WebSocketModule module) {
        LuaScriptEngine lua = (LuaScriptEngine) engine;
        lua.module(module);
        return new LuaBoundEngine(lua);
    }
}
