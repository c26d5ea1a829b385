package org.scriptsocket.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** The languages whose {@code websocket} is written in the language itself, over a {@link Gate}. */
enum Prelude {
    JAVASCRIPT("javascript.js"),
    PYTHON("python.py"),
    RUBY("ruby.rb");

    private static final String GATE = "scriptsocket_gate";
    private static final String GRAAL_ACCESS = "polyglot.js.allowHostAccess";

    private final String resource;

    Prelude(String resource) {
        this.resource = resource;
    }

    static @Nullable Prelude of(ScriptEngine engine) {
        return switch (engine.getFactory().getLanguageName().toLowerCase(Locale.ROOT)) {
            case "javascript", "ecmascript" -> JAVASCRIPT;
            case "python" -> PYTHON;
            case "ruby" -> RUBY;
            default -> null;
        };
    }

    /** @throws IllegalArgumentException if the engine lacks a setting; it names it */
    void install(ScriptEngine engine, Gate gate) {
        Bindings globals = engine.getBindings(ScriptContext.ENGINE_SCOPE);
        boolean graal = engine.getFactory().getEngineName().equals("Graal.js");
        if (graal) {
            allowAccess(globals);
        }
        try {
            engine.put(GATE, gate);
            if ("no access".equals(String.valueOf(engine.eval(source())))) {
                throw new IllegalArgumentException("The script engine '"
                        + engine.getFactory().getEngineName() + "' lets scripts call nothing of Java: it needs "
                        + GRAAL_ACCESS + ", set to true before its first script");
            }
        } catch (ScriptException e) {
            if (this == RUBY && String.valueOf(e.getMessage()).contains("another engine has it")) {
                throw new IllegalArgumentException(
                        "JRuby's engines share one runtime, in which another host is open: set the system property "
                                + "org.jruby.embed.localcontext.scope to singlethread before the first engine",
                        e);
            }
            throw new IllegalArgumentException(
                    "The script engine '" + engine.getFactory().getEngineName() + "' can not be used: "
                            + e.getMessage(),
                    e);
        } finally {
            globals.remove(GATE);
        }
    }

    private static void allowAccess(Bindings globals) {
        try {
            globals.put(GRAAL_ACCESS, true);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The engine has run something already, and then it is as it is.
            return;
        }
    }

    private String source() {
        try (InputStream in = Prelude.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " can not be read", e);
        }
    }
}
