package org.scriptsocket.websocket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.scriptsocket.policy.Limits;

/** Counts the received bytes that wait in a host's inbox, over all connections, and who waits for room among them. Thread-safe. */
final class HostBuffers {

    private final long max;
    private final AtomicLong used = new AtomicLong();
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
