package org.scriptsocket.docs.lifecycle;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What the JVM holds.
 *
 * @param descriptors open files and sockets of the process; 0 where the system does not tell
 * @param heap bytes that are in use after the garbage collector has run, direct buffers included
 */
public record Figures(int threads, long descriptors, long heap) {

    private static final int COLLECTIONS = 3;
    private static final long SETTLING = TimeUnit.SECONDS.toNanos(3);

    /** What is left after the garbage collector has run; the least of a few looks, as others of the JVM's threads allocate too. */
    public static Figures now() {
        long heap =
                LongStream.generate(Figures::collected).limit(COLLECTIONS).min().orElseThrow();
        return new Figures(ManagementFactory.getThreadMXBean().getThreadCount(), openDescriptors(), heap);
    }

    /** The least of what is seen in three seconds: Jetty remembers for two where it has connected to. */
    public static Figures settled() {
        long begin = System.nanoTime();
        Figures least = now();
        while (System.nanoTime() - begin < SETTLING) {
            Figures next = now();
            least = next.heap < least.heap ? next : least;
        }
        return least;
    }

    static long openDescriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static long collected() {
        System.gc();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return direct + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Whether there are no more threads and sockets than these, and no more heap but for a tolerance. */
    public boolean isWithin(Figures others, long tolerance) {
        return threads <= others.threads && descriptors <= others.descriptors && heap <= others.heap + tolerance;
    }

    @Override
    public String toString() {
        return threads + " threads, " + descriptors + " descriptors, " + heap / 1024 + " KiB";
    }
}
