package org.scriptsocket;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.ConnectionOwner;
import org.scriptsocket.websocket.Event;
import org.scriptsocket.websocket.ScriptCallback;

/** Stands for an engine's default instance, whose {@code self} the engine can only make when it has the module. */
final class LateOwner implements ConnectionOwner {

    /** Null until the engine is joined. */
    private @Nullable ConnectionOwner owner;

    void become(ConnectionOwner instance) {
        owner = instance;
    }

    @Override
    public boolean isClosing() {
        return owner == null || owner.isClosing();
    }

    @Override
    public boolean isClosed() {
        return owner == null || owner.isClosed();
    }

    @Override
    public void deliver(ScriptCallback callback, Connection connection, Event event) {
        if (owner != null) {
            owner.deliver(callback, connection, event);
        }
    }
}
