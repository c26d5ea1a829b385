package org.scriptsocket.jetty;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Lets each client have two look-ups of names at a time, so that slow names of one starve no other. Thread-safe. */
final class LookupTurns {

    private static final int AT_A_TIME = 2;

    private final Executor executor;
    /** What waits for its turn, of each client that has some under way. */
    private final Map<Object, Turns> clients = new HashMap<>();

    private static final class Turns {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    LookupTurns(Executor executor) {
        this.executor = executor;
    }

    /** @throws RejectedExecutionException if the executor was shut down */
    void run(Object client, Runnable lookUp) {
        synchronized (this) {
            Turns turns = clients.computeIfAbsent(client, key -> new Turns());
            if (turns.running == AT_A_TIME) {
                turns.waiting.add(lookUp);
                return;
            }
            turns.running++;
        }
        start(client, lookUp);
    }

    private void start(Object client, Runnable lookUp) {
        executor.execute(() -> {
            try {
                lookUp.run();
            } finally {
                next(client);
            }
        });
    }

    /** To the end of the executor's queue, so that the clients take turns. */
    private void next(Object client) {
        Runnable next;
        synchronized (this) {
            Turns turns = clients.get(client);
            next = turns == null ? null : turns.waiting.poll();
            if (turns != null && next == null && --turns.running == 0) {
                clients.remove(client);
            }
        }
        if (next != null) {
            start(client, next);
        }
    }
}
