package org.scriptsocket.jdk;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.LoggedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other, in order, on threads that are shared; never on the thread that adds one. */
final class Strand implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Strand.class);

    private final Executor threads;
    /** Guarded by itself. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private boolean running;

    Strand(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::runAll);
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A connection failed in a way that was not foreseen", LoggedFailure.of(e));
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (tasks) {
            Runnable task = tasks.poll();
            running = task != null;
            return task;
        }
    }
}
