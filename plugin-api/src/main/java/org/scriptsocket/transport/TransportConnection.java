package org.scriptsocket.transport;

import java.util.concurrent.CompletionStage;

/**
 * What a host can do with a connection.
 *
 * <p>Every method may be called on any thread, returns at once, and never calls the listener from inside itself. After the
 * end of the connection each is without effect.
 */
public interface TransportConnection {

    /**
     * Queues a message, to be sent as one unfragmented frame, masked (RFC 6455, section 5.3), after all that was queued
     * before. It may stay in a buffer until {@link #flush}. Before {@link TransportListener#onOpen}, and after {@link #close},
     * it is dropped.
     *
     * @param message its bytes must not change any more: they may be read until they are written
     */
    void send(Message message);

    /** Writes what was queued, without waiting for it. */
    void flush();

    /**
     * Bytes that were given to {@link #send} and are not written to the socket yet, pongs included. What a peer that does
     * not read makes grow; the caller bounds it.
     */
    long unsent();

    /**
     * Demands {@code n} more messages. The transport delivers no more than were demanded, and stops reading when there is no
     * demand. Control frames (RFC 6455, section 5.5) are answered while it reads; they cost no demand.
     */
    void request(long n);

    /**
     * Writes what was queued, then a Close frame, and ends the socket after the closing handshake (RFC 6455, section 7): at the
     * latest {@code close-timeout} after the Close was written, or {@code write-timeout} without any write progress. From now on
     * arriving messages are read and dropped, whatever the demand. Before the connection is open, the same as {@link #abort}. Only
     * the first call has an effect.
     */
    void close(CloseStatus status);

    /** Ends a dial or a connection at once, without a Close frame. Nothing of it is left: no socket, no thread, no timer. */
    void abort();

    /** Completes, always normally, when the socket is gone, or when it is sure that there never will be one. */
    CompletionStage<Void> gone();
}
