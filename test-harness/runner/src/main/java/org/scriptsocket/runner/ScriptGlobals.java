package org.scriptsocket.runner;

import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.lua.LuaScriptEngineFactory;

/** Gives a script what the command line promises: {@code log}, {@code print}, {@code pprint} and {@code os.exit}. */
interface ScriptGlobals {

    /** Called once, before the script is loaded. */
    void define(ScriptHost host, Output output, Ending ending) throws ScriptException;

    /** The script was loaded, and this instance of it has begun. */
    default void started(ScriptInstance instance) {}

    static ScriptGlobals of(ScriptEngine engine) {
        return engine.getFactory() instanceof LuaScriptEngineFactory ? new LuaGlobals(engine) : new JavaGlobals(engine);
    }
}
