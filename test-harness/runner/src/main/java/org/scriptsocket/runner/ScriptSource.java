package org.scriptsocket.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;

/** Where the code of a script comes from. */
sealed interface ScriptSource {

    /** @throws UncheckedIOException if it can not be read; the message is a sentence */
    Script load(ScriptHost host, ScriptEngine engine) throws ScriptException;

    record InFile(Path file) implements ScriptSource {

        @Override
        public Script load(ScriptHost host, ScriptEngine engine) throws ScriptException {
            try {
                return host.load(engine, file);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " can not be read: " + e.getMessage(), e);
            }
        }
    }

    /** Comes with the program. */
    record Shipped(String name) implements ScriptSource {

        @Override
        public Script load(ScriptHost host, ScriptEngine engine) throws ScriptException {
            return host.load(engine, text(), name);
        }

        String text() {
            try (InputStream source = ScriptSource.class.getResourceAsStream(name)) {
                if (source == null) {
                    throw new IllegalStateException(name + " is missing");
                }
                return new String(source.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
