package org.scriptsocket.runner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.script.ScriptFunction;

/** For every other engine: functions in its own way, and an object of Java. */
final class JavaGlobals implements ScriptGlobals {

    private final ScriptEngine engine;

    JavaGlobals(ScriptEngine engine) {
        this.engine = engine;
    }

    @Override
    public void define(ScriptHost host, Output output, Ending ending) throws ScriptException {
        ScriptFunction log = values -> {
            byte[] line = line(values);
            output.line(line, 0, line.length);
            return null;
        };
        for (String name : new String[] {"log", "print", "pprint"}) {
            host.define(engine, name, log);
        }
        engine.put("os", new OsObject(host, ending));
    }

    /** Values with tabs between them; binary ones as the bytes that they are. */
    private static byte[] line(@Nullable Object... values) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.write('\t');
            }
            line.writeBytes(
                    values[i] instanceof byte[] binary
                            ? binary
                            : String.valueOf(values[i]).getBytes(StandardCharsets.UTF_8));
        }
        return line.toByteArray();
    }
}
