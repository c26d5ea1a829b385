package org.scriptsocket.lua;

import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaTable;

/** Where code runs: the table of its globals, and the context whose reader and writers it has. */
final class Scope {

    private final LuaTable environment;
    private final @Nullable ScriptContext context;
    /** The globals of what is loaded here, which {@code setfenv(0, t)} changes; null for the engine's own. */
    private @Nullable LuaTable chosen;

    /** @param context null for the engine's default one, whichever that is */
    private Scope(LuaTable environment, @Nullable ScriptContext context, @Nullable LuaTable chosen) {
        this.environment = environment;
        this.context = context;
        this.chosen = chosen;
    }

    /** The engine's own globals. */
    static Scope ofEngine(LuaTable globals, @Nullable ScriptContext context) {
        return new Scope(globals, context, null);
    }

    static Scope of(LuaTable environment, ScriptContext context) {
        return new Scope(environment, context, environment);
    }

    LuaTable environment() {
        return environment;
    }

    @Nullable ScriptContext context() {
        return context;
    }

    @Nullable LuaTable chosen() {
        return chosen;
    }

    void chosen(@Nullable LuaTable next) {
        chosen = next;
    }
}
