package org.scriptsocket.jetty;

import java.util.concurrent.LinkedBlockingQueue;
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

    /** At most so many of them, which end when they were idle for 2 seconds. */
    static ThreadPoolExecutor pool(String role, int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DaemonThreads(role));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, "scriptsocket-" + role + "-" + count.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        return thread;
    }
}
