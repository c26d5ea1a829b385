package org.scriptsocket.websocket;

/** A clock that never goes back, for deadlines. Called on any thread. */
@FunctionalInterface
public interface NanoClock {

    /** Nanoseconds since some fixed moment; only differences have a meaning. */
    long nanoTime();

    /** The JVM's own: {@link System#nanoTime}. */
    static NanoClock system() {
        return System::nanoTime;
    }
}
