package org.scriptsocket.kit.peer;

/** The peer's end of a connection, for a test that acts in the middle of one. Thread-safe; after the end without effect. */
public interface PeerEnd {

    /** Sends one frame, whatever it is. */
    void send(Frame frame);

    /** Ends the peer's direction without a Close frame. */
    void fin();

    /** Ends the connection by RST. */
    void reset();
}
