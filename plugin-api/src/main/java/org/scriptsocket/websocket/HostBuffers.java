package org.scriptsocket.websocket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.Limits;

/**
 * Counts the bytes that a host's connections hold: messages in the inbox, pieces of messages that are not whole yet, and what waits to be
 * written; and who waits for room among them. One message may always pass: one connection at a time may take more than there is
 * room for, so that connections that each hold a part of a message can not wait for each other for ever. Thread-safe.
 */
final class HostBuffers {

    private final long max;
    private final AtomicLong used = new AtomicLong();
    /** The connection that may take more than there is room for, or null. */
    private final AtomicReference<@Nullable Object> passing = new AtomicReference<>();

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    HostBuffers(Limits limits) {
        this.max = Math.max(limits.hostBuffers(), 1);
    }

    void add(long bytes) {
        used.addAndGet(bytes);
    }

    boolean hasRoom() {
        return used.get() < max;
    }

    /** Whether a message of so many bytes may be sent; one may always pass. */
    boolean hasRoomFor(int length) {
        long now = used.get();
        return now == 0 || now + length <= max;
    }

    /** Whether this connection may take more. */
    boolean admits(Object connection) {
        return hasRoom() || passing.compareAndSet(null, connection) || passing.get() == connection;
    }

    /** This connection holds so many bytes less, and no part of a message. */
    void done(Object connection, long bytes) {
        release(bytes);
        if (passing.compareAndSet(connection, null)) {
            Runnable next = waiting.poll();
            if (next != null) {
                next.run();
            }
        }
    }

    /** Runs the demand once there is room, on the thread that makes room, or now if there is some. */
    void whenRoom(Runnable demand) {
        waiting.add(demand);
        release(0);
    }

    /** So many bytes have left the inbox. */
    void release(long bytes) {
        used.addAndGet(-bytes);
        while (hasRoom()) {
            Runnable demand = waiting.poll();
            if (demand == null) {
                return;
            }
            demand.run();
        }
    }
}
