package org.scriptsocket.websocket;

/** Sees each event just before its callback. Called on the script thread; it must not block or throw. */
@FunctionalInterface
public interface EventObserver {

    void onEvent(Connection connection, Event event);
}
