package org.scriptsocket.docs.bounds;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * What is in use, garbage collected.
 *
 * @param heap bytes of live objects
 * @param direct bytes of buffers outside of the heap
 */
record Memory(long heap, long direct) {

    static Memory now() {
        System.gc();
        System.gc();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return new Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), direct);
    }

    /** How much more there is in all. */
    long above(Memory before) {
        return heap + direct - before.heap - before.direct;
    }
}
