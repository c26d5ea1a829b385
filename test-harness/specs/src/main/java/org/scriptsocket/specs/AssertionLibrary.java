package org.scriptsocket.specs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.scriptsocket.script.ScriptFunction;

/** The assertions of luassert: the globals {@code assert}, {@code spy}, {@code stub}, {@code mock}, {@code match}, and what specs require. */
final class AssertionLibrary {

    private static final String GLOBALS = """
            local source = scriptsocket_source
            scriptsocket_source = nil
            local load = loadstring or load
            local luassert, globals = load(source("assertions.lua"), "@scriptsocket/assertions.lua")(source)
            for name, value in pairs(globals) do _G[name] = value end
            """;

    private AssertionLibrary() {}

    /** Replaces Lua's own {@code assert}. */
    static void install(ScriptEngine engine) throws ScriptException {
        ScriptFunction source = given -> read(String.valueOf(given[0]));
        engine.put("scriptsocket_source", source);
        engine.eval(GLOBALS);
    }

    private static byte[] read(String file) {
        try (InputStream in = AssertionLibrary.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
