package org.scriptsocket.websocket;

/** A script instance, as its connections see it. Used on the script thread only. */
public interface ConnectionOwner {

    /** Whether {@code final} has begun: no new connections. */
    boolean isClosing();

    /** Whether the instance is gone: no event is delivered to it any more. */
    boolean isClosed();

    /** It has used up what the host lets it have: its connections are closed with 1011, and {@code final} is not called. */
    void fail();

    /** Runs the callback as a script call of this instance. What the script throws is reported, not thrown. */
    void deliver(ScriptCallback callback, Connection connection, Event event);
}
