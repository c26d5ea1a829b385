package org.scriptsocket.transport;

/**
 * Is told what happens to a connection: {@link #onOpen}, then {@link #onMessage} any number of times, then exactly one of
 * {@link #onClosed} and {@link #onFailure}, and nothing after it. A connection that never opens gets only {@link #onFailure}.
 * After {@link TransportConnection#close} and {@link TransportConnection#abort} the end may be left untold.
 *
 * <p>Called on the transport's threads, one call at a time, never from inside a call into the transport. A listener returns
 * at once, does not block, and does not throw.
 */
public interface TransportListener {

    /**
     * The handshake was accepted (RFC 6455, section 4.1).
     *
     * @param response the 101 response; its body is empty
     */
    void onOpen(HandshakeResponse response);

    /**
     * A whole message arrived, its fragments joined (RFC 6455, section 5.4), its text known to be UTF-8.
     *
     * @param message the listener owns its bytes from now on
     */
    void onMessage(Message message);

    /**
     * The transport begins to tell what it has read at once: whoever waits for it need not be woken before {@link #afterRead}. A transport that
     * never calls these two is right, too, but slower with many small messages.
     */
    default void beforeRead() {}

    /** It has told all of it. Comes after each {@link #beforeRead}, unless the end comes first. */
    default void afterRead() {}

    /** The peer's Close frame arrived, and was answered with the same status (RFC 6455, section 5.5.1). */
    void onClosed(CloseStatus status);

    /** The connection could not be opened, or ended without a Close frame from the peer. */
    void onFailure(Failure failure);
}
