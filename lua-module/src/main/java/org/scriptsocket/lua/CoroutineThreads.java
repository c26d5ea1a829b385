package org.scriptsocket.lua;

/** Where coroutines run. */
interface CoroutineThreads {

    String NAME = "lua-coroutine";

    /** Runs a coroutine until it is dead, on a daemon thread of its own. */
    void start(CoroutineBody body);

    /**
     * Whether the threads are virtual: then a suspended one that nobody refers to is garbage, and it costs no more than its stack.
     * A platform thread stays until it ends.
     */
    boolean virtual();

    /** Virtual threads where the JVM has them, else a pool; found out when the first coroutine runs. */
    static CoroutineThreads ofThisJvm() {
        return Found.THREADS;
    }

    /** The choice. */
    final class Found {

        private static final CoroutineThreads THREADS = find();

        private Found() {}

        private static CoroutineThreads find() {
            VirtualThreads found = VirtualThreads.find();
            return found == null ? new ThreadPool() : found;
        }
    }
}
