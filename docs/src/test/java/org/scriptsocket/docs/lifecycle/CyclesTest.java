package org.scriptsocket.docs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ThreadLeaks;

/** Ten thousand cycles of connect, close and reload over sockets leave no more than a thousand do. */
final class CyclesTest {

    private static final int WARM = 1_000;
    private static final int ALL = 10_000;

    /**
     * How much more heap may be in use after all of them than after the first thousand: 100 bytes for each. The least thing that could stay of
     * a cycle, a connection with its recorder and its callback, is over 500 bytes.
     */
    private static final long TOLERANCE = 100L * (ALL - WARM);

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // many cycles on a busy machine
    @SuppressWarnings("SystemOut")
    void ten_thousand_cycles_leave_no_more_threads_sockets_and_heap_than_a_thousand() throws Exception {
        ThreadLeaks threads = ThreadLeaks.watch();
        try (Cycles cycles = new Cycles()) {
            run(cycles, 1, WARM);
            Figures warm = settled(cycles);
            run(cycles, WARM + 1, ALL);
            boolean same =
                    Eventually.holds(() -> cycles.isSettled() && Figures.now().isWithin(warm, TOLERANCE));
            Figures end = Figures.now();
            System.out.println("After " + WARM + " cycles: " + warm + "; after " + ALL + ": " + end);

            assertThat(same).as("%s, once %s", end, warm).isTrue();
        }
        threads.assertNone();
    }

    private static void run(Cycles cycles, int first, int last) throws Exception {
        for (int i = first; i <= last; i++) {
            cycles.cycle(i);
        }
    }

    private static Figures settled(Cycles cycles) {
        assertThat(Eventually.holds(cycles::isSettled)).isTrue();
        return Figures.settled();
    }
}
