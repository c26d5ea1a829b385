package org.scriptsocket.lua;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread for each coroutine, found by reflection, as we are compiled for Java 17.
 *
 * <p>Each is started by an executor of its own: the JDK holds a thread that was started by itself as long as it lives, so that tools can
 * list it, but an executor only weakly.
 */
final class VirtualThreads implements CoroutineThreads {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
    private static final MethodHandle IS_VIRTUAL = isVirtual();

    private final ThreadFactory factory;
    /** Makes an executor of the factory. */
    private final MethodHandle executors;

    private VirtualThreads(ThreadFactory factory, MethodHandle executors) {
        this.factory = factory;
        this.executors = executors;
    }

    /** Null if the JVM has none. */
    static @Nullable VirtualThreads find() {
        try {
            return new VirtualThreads(factory(), executors());
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    static boolean is(Thread thread) {
        try {
            return (boolean) IS_VIRTUAL.invokeExact(thread);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void start(CoroutineBody body) {
        ExecutorService executor = executor();
        executor.execute(() -> body.run(() -> {}));
        executor.shutdown();
    }

    @Override
    public boolean virtual() {
        return true;
    }

    private ExecutorService executor() {
        try {
            return (ExecutorService) executors.invokeExact(factory);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static ThreadFactory factory() throws ReflectiveOperationException {
        Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        type.getMethod("name", String.class).invoke(builder, NAME);
        type.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(builder, false);
        return (ThreadFactory) type.getMethod("factory").invoke(builder);
    }

    private static MethodHandle executors() throws ReflectiveOperationException {
        MethodType signature = MethodType.methodType(ExecutorService.class, ThreadFactory.class);
        return LOOKUP.findStatic(Executors.class, "newThreadPerTaskExecutor", signature);
    }

    private static MethodHandle isVirtual() {
        try {
            return LOOKUP.findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException e) {
            return MethodHandles.dropArguments(MethodHandles.constant(boolean.class, false), 0, Thread.class);
        }
    }
}
