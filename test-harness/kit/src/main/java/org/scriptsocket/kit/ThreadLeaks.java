package org.scriptsocket.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds threads that a test has started and not ended. */
public final class ThreadLeaks {

    /** Threads that belong to the JVM, to JUnit or to all hosts together, come when they like, and stay. */
    private static final Pattern OTHERS = Pattern.compile(
            "junit-.*|surefire-.*|CompletableFutureDelayScheduler|ForkJoinPool.commonPool-.*|Common-Cleaner|process reaper.*"
                    + "|Attach Listener|HttpClient-.*|globalEventExecutor-.*|Cleaner-\\d+|Keep-Alive-Timer|InnocuousThread-.*|.*Service Thread|C[12] CompilerThread.*");

    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    private ThreadLeaks() {}

    /** Remembers the threads that there are. */
    public static ThreadLeaks watch() {
        return new ThreadLeaks();
    }

    /** @throws AssertionError if threads that came since do not end within {@link EventQueue#LIMIT}; names them */
    public void assertNone() {
        if (!Eventually.holds(() -> left().isEmpty())) {
            throw new AssertionError("threads left: " + left());
        }
    }

    private List<String> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !OTHERS.matcher(name).matches())
                .toList();
    }
}
