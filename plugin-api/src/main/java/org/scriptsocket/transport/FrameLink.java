package org.scriptsocket.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * What a {@link FramedConnection} needs of a library that reads and writes frames. Every method is called on the connection's
 * executor and returns at once.
 */
public interface FrameLink {

    /** Dials; called once, before all else. */
    void dial(InetSocketAddress address);

    /**
     * Queues one whole frame, masked, behind those before it.
     *
     * @param opcode 1 text, 2 binary, 8 close, 9 ping, 10 pong (RFC 6455, section 5.2)
     * @param payload not to be changed; read until it is written
     * @param written to be run on the executor when the frame has left, or never will
     */
    void write(int opcode, ByteBuffer payload, Runnable written);

    /** Writes what was queued. */
    void flush();

    /** Reads on: there is room for the next frames. Not called while one that has come is not wanted, so the peer is held up. */
    void read();

    /** Ends the dial or the socket at once; {@link FramedConnection#ended} tells when that is done. Twice is no effect. */
    void end();
}
