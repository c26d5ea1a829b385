package org.scriptsocket;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.script.ScriptFunction;

/**
 * The function {@code pump(seconds)} for scripts of applications that evaluate a script and do nothing else: it updates the host for that
 * time, or until there is nothing left to wait for, and returns whether that is so. {@code pump(0)} is one update.
 *
 * <p>For plain {@code eval}: only the script thread may call it, which is the one that calls it first, and neither inside a callback or
 * another script call of the host, nor inside a coroutine; these are errors that say so. A thread that is interrupted ends it early.
 */
public final class Pump implements ScriptFunction {

    private final ScriptHost host;
    /** Null before the first call. */
    private final AtomicReference<@Nullable Thread> scriptThread = new AtomicReference<>();

    /** @param host of the engine whose scripts call it */
    public Pump(ScriptHost host) {
        this.host = host;
    }

    /**
     * @param arguments the seconds
     * @return whether no connection is left that a script waits for
     * @throws IllegalArgumentException if the seconds are missing or no number of at least 0
     * @throws IllegalStateException if it is called where it must not be, or the host is closed
     */
    @Override
    public Boolean call(@Nullable Object... arguments) {
        double seconds = arguments.length > 0 && arguments[0] instanceof Number number ? number.doubleValue() : -1;
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("bad argument #1 to 'pump' (seconds of at least 0 expected)");
        }
        checkPlace();
        return host.pump(seconds);
    }

    private void checkPlace() {
        if (host.isInside()) {
            throw new IllegalStateException(
                    "pump can not be called inside a callback or another call by the host: its events come without it");
        }
        if (host.isInCoroutine()) {
            throw new IllegalStateException("pump can not be called inside a coroutine");
        }
        checkThread();
        if (host.isClosed()) {
            throw new IllegalStateException("The script host is closed");
        }
    }

    private void checkThread() {
        Thread current = Thread.currentThread();
        scriptThread.compareAndSet(null, current);
        Thread known = scriptThread.get();
        if (known != null && known != current) {
            throw new IllegalStateException("pump may be called only by the script thread, '" + known.getName()
                    + "'; it was called by thread '" + current.getName() + "'");
        }
    }
}
