package org.scriptsocket.jdk;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads {@code scriptsocket-jdk-N}, which keep neither the JVM nor the class loader of whoever came first. */
final class DaemonThreads implements ThreadFactory {

    private final AtomicInteger count = new AtomicInteger();

    /** As many as have something to do: a look-up of a name blocks one. They end when they were idle for 2 seconds. */
    static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 2, TimeUnit.SECONDS, new SynchronousQueue<>(), new DaemonThreads());
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, "scriptsocket-jdk-" + count.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        return thread;
    }
}
