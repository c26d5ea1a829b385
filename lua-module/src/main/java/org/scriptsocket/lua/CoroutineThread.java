package org.scriptsocket.lua;

/** The thread of a coroutine. A daemon, so that a suspended coroutine keeps no JVM alive. */
final class CoroutineThread extends Thread {

    private volatile boolean orphan;

    CoroutineThread(Runnable body) {
        super(body, "lua-coroutine");
        setDaemon(true);
    }

    /** Nobody can resume the coroutine any more; its thread is to end without touching the VM, which may be running. */
    void orphan() {
        orphan = true;
    }

    boolean isOrphan() {
        return orphan;
    }

    static boolean currentIsOrphan() {
        return Thread.currentThread() instanceof CoroutineThread thread && thread.orphan;
    }
}
