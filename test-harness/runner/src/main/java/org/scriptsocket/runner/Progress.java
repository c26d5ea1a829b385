package org.scriptsocket.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the person at a terminal every few seconds how far a long run is. */
final class Progress implements AutoCloseable {

    private static final long PERIOD_SECONDS = 3;

    private final SpecListener listener;
    private final Terminal terminal;
    private final CountDownLatch over = new CountDownLatch(1);

    private Progress(SpecListener listener, Terminal terminal) {
        this.listener = listener;
        this.terminal = terminal;
    }

    static Progress of(SpecListener listener, Terminal terminal) {
        Progress progress = new Progress(listener, terminal);
        if (terminal.attached().get().err()) {
            Thread thread = new Thread(progress::tell, "scriptsocket-progress");
            thread.setDaemon(true);
            thread.start();
        }
        return progress;
    }

    /** The run is over. */
    @Override
    public void close() {
        over.countDown();
    }

    private void tell() {
        try {
            while (!over.await(PERIOD_SECONDS, TimeUnit.SECONDS)) {
                terminal.err().println("... " + listener.progress());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
