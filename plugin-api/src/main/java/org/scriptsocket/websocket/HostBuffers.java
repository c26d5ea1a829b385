package org.scriptsocket.websocket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.Limits;

/**
 * Counts the bytes that a host's connections hold: messages in the inbox, pieces of messages that are not whole yet, and what waits to be
 * written. Nothing may wait for a peer for ever, who may never send the rest or read: new messages are demanded while the inbox has room,
 * and where there is no room for pieces, one connection at a time may take more. Thread-safe.
 */
final class HostBuffers {

    private final long max;
    /** Bytes in the inbox. */
    private final AtomicLong queued = new AtomicLong();
    /** Bytes in the transport's buffers. */
    private final AtomicLong held = new AtomicLong();
    /** The connection that may take more than there is room for, or null. */
    private final AtomicReference<@Nullable Object> passing = new AtomicReference<>();

    /** What waits for room in the inbox, and who waits for room for pieces. */
    private final Queue<Runnable> demands = new ConcurrentLinkedQueue<>();

    private final Queue<Runnable> pieces = new ConcurrentLinkedQueue<>();

    HostBuffers(Limits limits) {
        this.max = Math.max(limits.hostBuffers(), 1);
    }

    /** So many bytes have come into the inbox. */
    void add(long bytes) {
        queued.addAndGet(bytes);
    }

    /** So many bytes have left the inbox. */
    void release(long bytes) {
        queued.addAndGet(-bytes);
        while (hasRoom()) {
            Runnable demand = demands.poll();
            if (demand == null) {
                break;
            }
            demand.run();
        }
        wakePieces();
    }

    /** Whether the inbox has room. */
    boolean hasRoom() {
        return queued.get() < max;
    }

    /** Runs the demand once the inbox has room, on the thread that makes room, or now if there is some. */
    void whenRoom(Runnable demand) {
        demands.add(demand);
        release(0);
    }

    /** Whether a message of so many bytes may be sent; one may always pass. */
    boolean hasRoomFor(int length) {
        long now = used();
        return now == 0 || now + length <= max;
    }

    /** Whether this connection may hold more. */
    boolean admits(Object connection) {
        return used() < max || passing.compareAndSet(null, connection) || passing.get() == connection;
    }

    /** Runs the task when it is worth to ask {@link #admits} again, on the thread that makes room, or now. */
    void whenAdmitted(Runnable task) {
        pieces.add(task);
        if (passing.get() == null) {
            wakeOne();
        }
        wakePieces();
    }

    /** The transport holds so many bytes more. */
    void hold(long bytes) {
        held.addAndGet(bytes);
    }

    /** The transport holds so many bytes less. */
    void free(long bytes) {
        held.addAndGet(-bytes);
        wakePieces();
    }

    /** This connection holds no part of a message any more. */
    void passed(Object connection) {
        if (passing.compareAndSet(connection, null)) {
            wakeOne();
        }
    }

    private long used() {
        return queued.get() + held.get();
    }

    private void wakePieces() {
        while (used() < max && wakeOne()) {
            // until there is no room, or nobody waits
        }
    }

    private boolean wakeOne() {
        Runnable next = pieces.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }
}
