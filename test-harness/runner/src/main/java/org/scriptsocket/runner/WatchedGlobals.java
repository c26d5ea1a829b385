package org.scriptsocket.runner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.lua.LuaScriptEngineFactory;

/** Has the files watched that a Lua script requires. */
final class WatchedGlobals implements ScriptGlobals {

    private static final ScriptSource SOURCE = new ScriptSource.Shipped("watch.lua");

    private final ScriptEngine engine;
    private final ScriptGlobals globals;
    private final Saves saves;

    private WatchedGlobals(ScriptEngine engine, ScriptGlobals globals, Saves saves) {
        this.engine = engine;
        this.globals = globals;
        this.saves = saves;
    }

    static ScriptGlobals of(ScriptEngine engine, ScriptGlobals globals, Saves saves) {
        boolean lua = engine.getFactory() instanceof LuaScriptEngineFactory;
        return lua ? new WatchedGlobals(engine, globals, saves) : globals;
    }

    @Override
    public void define(ScriptHost host, Output output, Ending ending) throws ScriptException {
        globals.define(host, output, ending);
        engine.put("scriptsocket_watch", new LuaCall(args -> watch(args.checkjstring(1))));
        SOURCE.load(host, engine);
    }

    private void watch(String file) {
        try {
            saves.watch(Path.of(file));
        } catch (InvalidPathException e) {
            // No file has this name.
        }
    }
}
