package org.scriptsocket.jetty;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads {@code scriptsocket-ROLE-N}, which keep neither the JVM nor the class loader of whoever came first. */
final class DaemonThreads implements ThreadFactory {

    private final String role;
    private final AtomicInteger count = new AtomicInteger();

    DaemonThreads(String role) {
        this.role = role;
    }

    /** At most so many of them, one more only when none is idle, which end when they were idle for 2 seconds. */
    static ThreadPoolExecutor pool(String role, int size) {
        Tasks tasks = new Tasks();
        return new ThreadPoolExecutor(0, size, 2, TimeUnit.SECONDS, tasks, new DaemonThreads(role), tasks::await);
    }

    /** Takes a task at once only for a thread that is idle; otherwise the pool makes one, and what is over its size waits here. */
    @SuppressWarnings("serial")
    private static final class Tasks extends LinkedTransferQueue<Runnable> {

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        private void await(Runnable task, ThreadPoolExecutor pool) {
            if (pool.isShutdown()) {
                throw new RejectedExecutionException();
            }
            put(task);
        }
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, "scriptsocket-" + role + "-" + count.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        return thread;
    }
}
