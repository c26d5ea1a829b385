package org.scriptsocket.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** CPU time of this process, from the operating system. */
final class Cpu {

    private static final Path TASKS = Path.of("/proc/self/task");

    private Cpu() {}

    /** Of all its threads, those that have ended included; the JVM counts in ticks of some 10 ms. */
    static long nanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** What it uses while nothing is asked of it, in so many milliseconds; exact on Linux, elsewhere in ticks. */
    static long nanosAtRest(long millis) throws IOException, InterruptedException {
        if (!Files.exists(TASKS)) {
            long before = nanos();
            Thread.sleep(millis);
            return nanos() - before;
        }
        Map<Path, Long> before = byThread();
        Thread.sleep(millis);
        return byThread().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static Map<Path, Long> byThread() throws IOException {
        Map<Path, Long> used = new HashMap<>();
        try (Stream<Path> threads = Files.list(TASKS)) {
            for (Path thread : (Iterable<Path>) threads::iterator) {
                try {
                    String line = Files.readString(thread.resolve("schedstat"));
                    used.put(thread, Long.parseLong(line.substring(0, line.indexOf(' '))));
                } catch (NoSuchFileException e) {
                    // It has ended.
                }
            }
        }
        return used;
    }
}
