package org.scriptsocket.transport;

/**
 * Counts what one connection holds in buffers of the transport, so that all connections of a host stay within one bound together. Each
 * method may be called on any thread, and returns at once.
 */
public interface BufferMeter {

    /** About the bytes that a message takes while it waits to be written, besides its own: empty ones fill a buffer too. */
    int MESSAGE = 256;

    /**
     * Takes room for a piece of a message that is being received, before the piece is kept.
     *
     * @param whenRoom if there is no room, called once, on any thread, when it is worth to ask again; must return at once
     * @return whether there was room; if not, the transport reads nothing of this connection until {@code whenRoom}
     */
    boolean receive(int bytes, Runnable whenRoom);

    /** The message whose pieces took room is whole and about to be told, or was given up: its room is free. */
    void received();

    /** Bytes wait to be written, {@link #MESSAGE} for each message among them; there is no asking, for the caller of {@link TransportConnection#send} has asked. */
    void send(int bytes);

    /** So many of these do not wait any more. */
    void sent(int bytes);

    /** There is always room. */
    static BufferMeter unbounded() {
        return Unbounded.INSTANCE;
    }

    /** Counts nothing. */
    enum Unbounded implements BufferMeter {
        INSTANCE;

        @Override
        public boolean receive(int bytes, Runnable whenRoom) {
            return true;
        }

        @Override
        public void received() {}

        @Override
        public void send(int bytes) {}

        @Override
        public void sent(int bytes) {}
    }
}
