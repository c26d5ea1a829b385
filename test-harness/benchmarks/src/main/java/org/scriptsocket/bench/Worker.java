package org.scriptsocket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The process of one contender. It reads commands and answers a line of numbers each, bytes and threads being what came on top:
 *
 * <ul>
 *   <li>{@code measure WORKLOAD CONNECTIONS BYTES WINDOW WARM_MS MS}: {@code COUNT NANOS CPU_NANOS}
 *   <li>{@code idle N MS}: {@code OPEN_NANOS HEAP RSS CPU_NANOS THREADS UPDATE_NANOS}
 *   <li>{@code rest MS}: {@code CPU_NANOS}
 *   <li>{@code crowd HOSTS INSTANCES CONNECTIONS WARM_MS MS}: {@code COUNT NANOS CPU_NANOS HEAP THREADS}, the heap before anything is connected
 * </ul>
 */
public final class Worker {

    private static final int FIRST_SECONDS = 30;
    /** What the compiler has to do after so many connects is not the price of resting. */
    private static final long SETTLING_MILLIS = 3_000;

    private final Contender contender;
    private final int port;

    private Worker(Contender contender, int port) {
        this.contender = contender;
        this.port = port;
    }

    /** Its name, and the port of the server. */
    public static void main(String[] args) throws Exception {
        Worker worker = new Worker(Contenders.named(args[0]), Integer.parseInt(args[1]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(worker.answer(line.split(" ", -1)));
            System.out.flush();
        }
        // Some contenders leave threads behind that are no daemons.
        System.exit(0);
    }

    private String answer(String[] words) throws Exception {
        return switch (words[0]) {
            case "idle" -> idle(Integer.parseInt(words[1]), Long.parseLong(words[2]));
            case "rest" -> String.valueOf(rest(Long.parseLong(words[1])));
            case "crowd" -> crowd(size(words), Long.parseLong(words[4]), Long.parseLong(words[5]));
            default -> measure(words);
        };
    }

    private static Crowd.Size size(String[] words) {
        return new Crowd.Size(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    }

    private String measure(String[] words) throws Exception {
        Workload workload = new Workload(
                words[1], "", Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
        return measure(workload, Long.parseLong(words[5]), Long.parseLong(words[6]));
    }

    private String measure(Workload workload, long warmMillis, long millis) throws Exception {
        try (Contender.Running running = contender.begin(workload, port)) {
            awaitFirst(running);
            return measure(running, warmMillis, millis);
        }
    }

    private static String measure(Contender.Running running, long warmMillis, long millis) throws Exception {
        Thread.sleep(warmMillis);
        long count = running.count();
        long begun = System.nanoTime();
        long cpu = Cpu.nanos();
        Thread.sleep(millis);
        long done = running.count() - count;
        long took = System.nanoTime() - begun;
        return done + " " + took + " " + (Cpu.nanos() - cpu);
    }

    private String crowd(Crowd.Size size, long warmMillis, long millis) throws Exception {
        try (Crowd first = new Crowd(new Crowd.Size(1, 1, 1), port)) {
            first.begin();
            awaitFirst(first);
        }
        long heap = heap();
        int threads = threads();
        try (Crowd crowd = new Crowd(size, port)) {
            long more = heap() - heap;
            crowd.begin();
            while (!crowd.isOpen()) {
                crowd.count();
                Thread.sleep(1);
            }
            return measure(crowd, warmMillis, millis) + " " + more + " " + (threads() - threads);
        }
    }

    private static long rest(long millis) throws Exception {
        Thread.sleep(Math.min(millis, SETTLING_MILLIS));
        return Cpu.nanosAtRest(millis);
    }

    private static void awaitFirst(Contender.Running running) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FIRST_SECONDS);
        while (running.count() == 0) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("nothing came back within " + FIRST_SECONDS + " s");
            }
            Thread.sleep(1);
        }
    }

    private String idle(int connections, long millis) throws Exception {
        contender.open(1, port).close();
        long heap = heap();
        long rss = rss();
        int threads = threads();
        long begun = System.nanoTime();
        Contender.Open open = contender.open(connections, port);
        try {
            long took = System.nanoTime() - begun;
            long heapNow = heap();
            long more = rss() - rss;
            int moreThreads = threads() - threads;
            long used = rest(millis);
            return took + " " + (heapNow - heap) + " " + more + " " + used + " " + moreThreads + " "
                    + open.updateNanos();
        } finally {
            open.close();
        }
    }

    /** What is still used after a collection. */
    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Resident bytes, or 0 where the system does not say. */
    private static long rss() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }
}
