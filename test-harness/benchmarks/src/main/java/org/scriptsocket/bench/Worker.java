package org.scriptsocket.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The process of one contender. It reads {@code measure WORKLOAD CONNECTIONS BYTES WINDOW WARM_MS MS} and {@code idle N MS}, and answers a
 * line each: {@code COUNT NANOS CPU_NANOS}, and {@code OPEN_NANOS HEAP RSS CPU_NANOS THREADS}, bytes and threads being what came on top.
 */
public final class Worker {

    private static final int FIRST_SECONDS = 30;

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
        if (words[0].equals("idle")) {
            return idle(Integer.parseInt(words[1]), Long.parseLong(words[2]));
        }
        Workload workload = new Workload(
                words[1], "", Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
        return measure(workload, Long.parseLong(words[5]), Long.parseLong(words[6]));
    }

    private String measure(Workload workload, long warmMillis, long millis) throws Exception {
        try (Contender.Running running = contender.begin(workload, port)) {
            awaitFirst(running);
            Thread.sleep(warmMillis);
            long count = running.count();
            long begun = System.nanoTime();
            long cpu = cpuNanos();
            Thread.sleep(millis);
            long done = running.count() - count;
            long took = System.nanoTime() - begun;
            return done + " " + took + " " + (cpuNanos() - cpu);
        }
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
            long cpu = cpuNanos();
            Thread.sleep(millis);
            long used = cpuNanos() - cpu;
            return took + " " + (heapNow - heap) + " " + (rss() - rss) + " " + used + " " + (threads() - threads);
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

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
