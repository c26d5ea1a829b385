package org.scriptsocket.script;

import java.nio.charset.StandardCharsets;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;

/** Evaluates a source under a name. */
final class Evaluation {

    private Evaluation() {}

    static void of(ScriptEngine engine, byte[] source, String file) throws ScriptException {
        Object before = engine.get(ScriptEngine.FILENAME);
        try {
            engine.put(ScriptEngine.FILENAME, file);
            engine.eval(new String(source, StandardCharsets.UTF_8));
        } finally {
            if (before == null) {
                engine.getBindings(ScriptContext.ENGINE_SCOPE).remove(ScriptEngine.FILENAME);
            } else {
                engine.put(ScriptEngine.FILENAME, before);
            }
        }
    }
}
