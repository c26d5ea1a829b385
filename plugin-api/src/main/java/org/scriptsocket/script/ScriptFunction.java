package org.scriptsocket.script;

import org.jspecify.annotations.Nullable;

/** A function of a script. Called on the script thread only. */
@FunctionalInterface
public interface ScriptFunction {

    /**
     * @param arguments values of the engine as they are, and Java values, which the binding converts
     * @return what the function returned, as the engine gives it to Java; null for nothing
     * @throws Exception what the script threw, in the engine's own form
     */
    @Nullable Object call(@Nullable Object... arguments) throws Exception;
}
