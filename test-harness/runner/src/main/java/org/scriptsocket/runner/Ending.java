package org.scriptsocket.runner;

import java.util.concurrent.atomic.AtomicInteger;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptUnwind;

/** How a run ends. What ends it first tells its status. Thread-safe. */
final class Ending {

    static final int FAILED = 1;
    static final int TIMED_OUT = 124;
    private static final int UNDECIDED = Integer.MIN_VALUE;

    private final AtomicInteger decided = new AtomicInteger(UNDECIDED);
    private volatile boolean failed;

    /** The script ends itself: to be thrown. */
    ScriptUnwind exit(ScriptHost host, int status) {
        decide(status);
        host.stop();
        return host.unwind("os.exit(" + status + ")");
    }

    void timeOut() {
        decide(TIMED_OUT);
    }

    /** A script error was not caught; tells the status if nothing else does. */
    void fail() {
        failed = true;
    }

    boolean isDecided() {
        return decided.get() != UNDECIDED;
    }

    int status() {
        return isDecided() ? decided.get() : failed ? FAILED : 0;
    }

    private void decide(int status) {
        decided.compareAndSet(UNDECIDED, status);
    }
}
