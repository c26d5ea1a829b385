package org.scriptsocket.script;

import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** How an engine tells which functions a script has defined, takes one, and passes one to Java. */
interface Definitions {

    /** A script is going to be loaded. */
    void begin(String file) throws ScriptException;

    /** The life-cycle function of that name that the script that was loaded last has defined, taken out of the globals; or null. */
    @Nullable ScriptFunction take(String name);

    /** The global function of that name, or null. */
    @Nullable ScriptFunction function(String name);

    /** An {@link WebSocketObject.EventCallback} for a function that the engine passes as something else; else anything. */
    default @Nullable Object callback(@Nullable Object value) {
        return null;
    }

    /** Source that defines a function which passes its arguments to the {@link HostFunction} in a variable; empty where that needs none. */
    default String wrapper(String name, String variable) {
        return "";
    }

    /** What scripts get as {@code self}; null for a Map. */
    default @Nullable String self() {
        return null;
    }

    static Definitions of(ScriptEngine engine) {
        String language = engine.getFactory().getLanguageName();
        Invocable invocable = (Invocable) engine;
        return switch (language) {
            case "Groovy" -> new GroovyDefinitions(engine, invocable);
            case "BeanShell" -> new BeanShellDefinitions(engine, invocable);
            case "kotlin" -> new KotlinDefinitions(engine, invocable);
            default -> new VariableDefinitions(engine, invocable);
        };
    }
}
