package org.scriptsocket.script;

import java.util.Set;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** For engines in which the definitions of two scripts can't be told apart: they hold one. */
abstract class SoleScript implements Definitions {

    final ScriptEngine engine;
    final Invocable invocable;
    private @Nullable String loaded;

    SoleScript(ScriptEngine engine, Invocable invocable) {
        this.engine = engine;
        this.invocable = invocable;
    }

    /** The names of all functions that are defined. */
    abstract Set<String> names();

    @Override
    public void begin(String file) throws ScriptException {
        if (loaded != null) {
            throw new ScriptException("An engine for " + engine.getFactory().getLanguageName()
                    + " holds one script, and this one holds " + loaded + ": use another engine for " + file);
        }
        loaded = file;
    }

    @Override
    public @Nullable ScriptFunction take(String name) {
        return function(name);
    }

    @Override
    public @Nullable ScriptFunction function(String name) {
        return names().contains(name) ? callable(name) : null;
    }

    ScriptFunction callable(String name) {
        return arguments -> invocable.invokeFunction(name, arguments);
    }
}
