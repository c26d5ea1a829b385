package org.scriptsocket.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and its like: asks the command under way to end, and gives it time for that. */
final class Shutdown {

    /** What the closing handshakes take at most, with something to spare. */
    static final long PATIENCE_SECONDS = 6;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private Runnable stop = () -> {};

    /** Asked for by the signals that end the JVM, and by nothing else. */
    static Shutdown onSignals() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::ask, "scriptsocket-shutdown"));
        return shutdown;
    }

    /** Calls this when it is asked for, at once if it was before. */
    synchronized void whenAsked(Runnable action) {
        stop = action;
        if (isAsked()) {
            action.run();
        }
    }

    /** Asks, and returns whether the command has ended in good time. On any thread. */
    boolean ask() {
        request();
        return hasFinished();
    }

    /** Asks, and does not wait. On any thread. */
    synchronized void request() {
        asked.countDown();
        stop.run();
    }

    /** The command has ended. */
    void finished() {
        finished.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until it is asked for. */
    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    private boolean hasFinished() {
        try {
            return finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
