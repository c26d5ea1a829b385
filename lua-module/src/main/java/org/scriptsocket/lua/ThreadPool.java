package org.scriptsocket.lua;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Platform threads, a coroutine on each; one that is done takes a later coroutine, the last one first, or ends after ten seconds. */
final class ThreadPool implements CoroutineThreads {

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();

    @Override
    public void start(CoroutineBody body) {
        Worker worker = idle.pollFirst();
        if (worker == null) {
            new Worker(body).start();
        } else {
            worker.next(body);
        }
    }

    @Override
    public boolean virtual() {
        return false;
    }

    /** Takes one coroutine after the other. */
    private final class Worker extends Thread {

        private final Gate given = new Gate();
        private @Nullable CoroutineBody body;

        Worker(CoroutineBody first) {
            super(null, null, NAME, 0, false);
            setDaemon(true);
            setContextClassLoader(ThreadPool.class.getClassLoader());
            body = first;
        }

        void next(CoroutineBody next) {
            body = next;
            given.open();
        }

        @Override
        public void run() {
            do {
                CoroutineBody now = body;
                body = null;
                if (now != null) {
                    // Idle before the one that resumed it goes on, who may start the next coroutine at once.
                    now.run(() -> idle.addFirst(this));
                }
            } while (given.await(true, IDLE_NANOS) || !retired());
        }

        /** False if somebody has chosen this thread in the same moment. */
        private boolean retired() {
            boolean retired = idle.remove(this);
            if (!retired) {
                given.await(false);
            }
            return retired;
        }
    }
}
