package org.scriptsocket.transport;

import java.nio.ByteBuffer;

/** Sees each frame of a connection. Called on any thread, one call at a time for a direction; it must not block or throw. */
@FunctionalInterface
public interface FrameObserver {

    /** Which way a frame goes. */
    enum Direction {
        IN,
        OUT
    }

    /**
     * @param opcode 0 continuation, 1 text, 2 binary, 8 close, 9 ping, 10 pong (RFC 6455, section 5.2)
     * @param fin whether it is the last fragment of its message
     * @param length bytes of the payload
     * @param payload the payload, unmasked, or the part of it that has arrived; compressed, where the message is; valid during the call only
     */
    void onFrame(Direction direction, int opcode, boolean fin, long length, ByteBuffer payload);
}
