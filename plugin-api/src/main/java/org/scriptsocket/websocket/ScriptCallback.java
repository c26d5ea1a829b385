package org.scriptsocket.websocket;

import org.jspecify.annotations.Nullable;

/** A script's function that is told the events of a connection: {@code callback(self, connection, data)}. */
@FunctionalInterface
public interface ScriptCallback {

    /**
     * Called on the script thread, inside an update, never from inside {@code connect}, {@code send} or {@code disconnect}. What
     * the function returns is ignored.
     *
     * @param self the {@code self} of the instance that was running when {@code connect} was called
     * @throws Exception what the script threw, in the engine's own form
     */
    void call(@Nullable Object self, Connection connection, Event event) throws Exception;
}
