package org.scriptsocket.websocket;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.FrameObserver;

/** Chooses who sees the frames of a connection. Called on the script thread, at {@code connect}. */
@FunctionalInterface
public interface FrameObservers {

    /**
     * The observer of the connection with this name, or null if its frames are of no interest, which costs nothing.
     *
     * @param connection as {@code tostring} gives it to the script
     */
    @Nullable FrameObserver of(String connection);
}
