package org.scriptsocket.runner;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Ends a run that takes longer than it may: in good order if the script lets it, else by force. */
final class Watchdog implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Ending ending;
    private final PrintStream err;
    private final IntConsumer halt;

    private Watchdog(Ending ending, PrintStream err, IntConsumer halt) {
        this.ending = ending;
        this.err = err;
        this.halt = halt;
    }

    /** @param seconds infinite for no limit, and no thread */
    static Watchdog start(double seconds, Runnable stop, Ending ending, Terminal terminal) {
        Watchdog watchdog = new Watchdog(ending, terminal.err(), terminal.halt());
        if (seconds * NANOS < Long.MAX_VALUE) {
            Thread thread = new Thread(() -> watchdog.watch(seconds, stop), "scriptsocket-timeout");
            thread.setDaemon(true);
            thread.start();
        }
        return watchdog;
    }

    /** The run is over. */
    @Override
    public void close() {
        over.countDown();
    }

    private void watch(double seconds, Runnable stop) {
        try {
            if (over.await((long) (seconds * NANOS), TimeUnit.NANOSECONDS)) {
                return;
            }
            ending.timeOut();
            err.println("scriptsocket: timed out after " + seconds + " s");
            stop.run();
            if (!over.await(Shutdown.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("scriptsocket: the script does not come to an end");
                halt.accept(Ending.TIMED_OUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
