package org.scriptsocket.runner;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the person at a terminal every few seconds how far a long run is. */
final class Progress implements AutoCloseable {

    private static final long PERIOD_SECONDS = 3;

    private final @Nullable ScheduledExecutorService clock;

    private Progress(@Nullable ScheduledExecutorService clock) {
        this.clock = clock;
    }

    static Progress of(SpecListener listener, Terminal terminal) {
        if (!terminal.attached().get().err()) {
            return new Progress(null);
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "scriptsocket-progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(
                () -> terminal.err().println("... " + listener.progress()),
                PERIOD_SECONDS,
                PERIOD_SECONDS,
                TimeUnit.SECONDS);
        return new Progress(clock);
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
