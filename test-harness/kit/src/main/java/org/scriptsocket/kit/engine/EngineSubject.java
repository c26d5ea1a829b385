package org.scriptsocket.kit.engine;

import java.util.Map;
import java.util.function.Supplier;
import javax.script.ScriptEngine;

/**
 * What the engine contract is tried on.
 *
 * @param name what the matrix calls it
 * @param engines gives a new engine for each script
 * @param dialect how its language is written
 * @param exceptions what it can not keep: the id of a case, such as {@code 5.8 file and line}, and why. Such a case must fail, so that
 *     the list stays true
 */
public record EngineSubject(
        String name, Supplier<ScriptEngine> engines, Dialect dialect, Map<String, String> exceptions) {

    public EngineSubject {
        exceptions = Map.copyOf(exceptions);
    }
}
