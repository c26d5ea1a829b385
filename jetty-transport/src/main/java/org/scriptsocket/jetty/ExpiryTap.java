package org.scriptsocket.jetty;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Catches the connect timeout that Jetty schedules inside a dial: to run it early is how a dial under way is given up. */
final class ExpiryTap extends AbstractLifeCycle implements Scheduler {

    private final Scheduler timers;
    private final ThreadLocal<@Nullable Socket> dialing;

    ExpiryTap(Scheduler timers, ThreadLocal<@Nullable Socket> dialing) {
        this.timers = timers;
        this.dialing = dialing;
    }

    @Override
    public Task schedule(Runnable task, long delay, TimeUnit units) {
        Socket socket = dialing.get();
        if (socket != null) {
            socket.expiresBy(task);
        }
        return timers.schedule(task, delay, units);
    }
}
