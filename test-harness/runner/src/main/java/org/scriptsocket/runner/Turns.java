package org.scriptsocket.runner;

import java.util.function.BooleanSupplier;

/** The turns of a script that is run again and again: one at a time, each ended by the call for the next. Thread-safe. */
final class Turns {

    private Shutdown turn = new Shutdown();
    /** Whether another turn is to come after the one under way, or the end. */
    private boolean called;

    private boolean over;

    /**
     * Begins a turn. Calls before it are served by it, so what was saved until now is to be marked as known.
     *
     * @return what ends the turn
     */
    synchronized Shutdown begin(Runnable mark) {
        mark.run();
        called = over;
        turn = new Shutdown();
        if (over) {
            turn.request();
        }
        return turn;
    }

    /** Ends the turn under way, as another one is due, if it still is: a turn that began just now may have served it. */
    synchronized void call(BooleanSupplier due) {
        if (due.getAsBoolean()) {
            called = true;
            turn.request();
            notifyAll();
        }
    }

    /** Ends the turn under way; none follows. */
    synchronized void end() {
        over = true;
        call(() -> true);
    }

    synchronized boolean isCalled() {
        return called;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Waits for the call that follows the beginning of the turn under way. Returns false if there is to be no other turn. */
    synchronized boolean await() throws InterruptedException {
        while (!called) {
            wait();
        }
        return !over;
    }
}
