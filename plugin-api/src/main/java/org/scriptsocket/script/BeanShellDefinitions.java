package org.scriptsocket.script;

import java.util.Set;
import java.util.StringJoiner;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** BeanShell's functions are no values: an object with a method {@code call} stands for one. */
final class BeanShellDefinitions extends SoleScript {

    private static final int MOST_ARGUMENTS = 8;

    BeanShellDefinitions(ScriptEngine engine, Invocable invocable) {
        super(engine, invocable);
    }

    @Override
    Set<String> names() {
        try {
            return engine.eval("this.methods") instanceof String[] names ? Set.of(names) : Set.of();
        } catch (ScriptException e) {
            return Set.of();
        }
    }

    @Override
    public @Nullable Object callback(@Nullable Object value) {
        if (!Reflection.isA(value, "bsh.This")) {
            return null;
        }
        // What an interface of the engine's own making throws has no position.
        return (WebSocketObject.EventCallback)
                (self, connection, data) -> invocable.invokeMethod(value, "call", self, connection, data);
    }

    /** There are no functions with any number of arguments. */
    @Override
    public String wrapper(String name, String variable) {
        StringBuilder source = new StringBuilder();
        for (int count = 0; count <= MOST_ARGUMENTS; count++) {
            StringJoiner names = new StringJoiner(", ");
            for (int i = 1; i <= count; i++) {
                names.add("a" + i);
            }
            source.append(name + "(" + names + ") { return " + variable + ".call(Arrays.asList(new Object[] {" + names
                    + "})); }\n");
        }
        return source.toString();
    }

    @Override
    public String self() {
        return "scriptsocket_self() { return this; } return scriptsocket_self();";
    }
}
