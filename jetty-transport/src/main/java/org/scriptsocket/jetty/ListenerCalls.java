package org.scriptsocket.jetty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.scriptsocket.policy.LoggedFailure;
import org.scriptsocket.transport.TransportListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a listener one call at a time, in order, and not again after the end. Used on transport threads only. */
final class ListenerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerCalls.class);

    private final TransportListener listener;
    private final Queue<Consumer<TransportListener>> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean silent;

    ListenerCalls(TransportListener listener) {
        this.listener = listener;
    }

    void add(Consumer<TransportListener> call) {
        calls.add(call);
        if (waiting.getAndIncrement() != 0) {
            return;
        }
        do {
            Consumer<TransportListener> next = calls.poll();
            if (next != null && !silent) {
                call(next);
            }
        } while (waiting.decrementAndGet() != 0);
    }

    /** The last call; what is added after it is dropped. */
    void end(Consumer<TransportListener> last) {
        add(told -> {
            silent = true;
            last.accept(told);
        });
    }

    /** No call begins any more. */
    void silence() {
        silent = true;
    }

    private void call(Consumer<TransportListener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException e) {
            LOG.error("A listener failed; nothing else changes", LoggedFailure.of(e));
        }
    }
}
