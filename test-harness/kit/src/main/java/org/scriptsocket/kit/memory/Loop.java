package org.scriptsocket.kit.memory;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.scriptsocket.kit.Timers;

/** Timers by real time, on one daemon thread that starts with the first of them and ends when it has been idle for a while. */
final class Loop implements Timers {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Loop::thread);

    Loop() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "memory-transport");
        thread.setDaemon(true);
        // Inherited, it would keep the application's classes alive.
        thread.setContextClassLoader(null);
        return thread;
    }

    @Override
    public Runnable after(long nanos, Runnable task) {
        try {
            Future<?> timer = executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
            return () -> timer.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {}; // The transport was closed, and with it all that could still happen.
        }
    }

    /** Runs what is due, and ends. */
    void stop() {
        executor.shutdown();
    }
}
