package org.scriptsocket.kit;

/** Runs things later, one at a time, in the order of their times, equal ones in the order in which they came. Thread-safe. */
public interface Timers {

    /**
     * Runs the task once.
     *
     * @param nanos from now on; 0 for as soon as possible, but never inside this call
     * @return what takes it back; without effect once it runs
     */
    Runnable after(long nanos, Runnable task);
}
