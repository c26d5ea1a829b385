package org.scriptsocket.lua;

import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Prototype;

/** A script that was parsed. */
final class LuaCompiledScript extends CompiledScript {

    private final LuaScriptEngine engine;
    private final Prototype code;

    LuaCompiledScript(LuaScriptEngine engine, Prototype code) {
        this.engine = engine;
        this.code = code;
    }

    @Override
    public @Nullable Object eval(ScriptContext context) throws ScriptException {
        return engine.eval(code, context);
    }

    @Override
    public ScriptEngine getEngine() {
        return engine;
    }
}
