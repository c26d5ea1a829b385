package org.scriptsocket.docs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptsocket.docs.lifecycle.Figures;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ThreadLeaks;
import org.scriptsocket.transport.Transport;

/**
 * Eight hosts on eight threads, four hundred connections at once, over sockets. Twenty thousand messages in a build; {@code mvn -Psoak
 * verify} goes on for ten minutes.
 */
final class SoakTest {

    private static final int HOSTS = 8;
    /**
     * How much more heap may be in use at the end than after the first part: pools of buffers differ by less. In ten minutes there are tens of
     * thousands of connections, each of which costs more than 500 bytes while it is there.
     */
    private static final long TOLERANCE = 1 << 20;

    private final Totals totals = new Totals();

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS) // a soak is as long as one asks for; each wait in it has a limit
    @SuppressWarnings("SystemOut")
    void every_message_and_every_end_is_accounted_for_and_nothing_is_left() throws Exception {
        Order order = Order.wanted();
        ThreadLeaks threads = ThreadLeaks.watch();
        try (Transport transport = new JettyTransport()) {
            Order.Again again = order.again();
            if (again != null) {
                new Soaker(transport, order, again.host(), again.round(), () -> true, totals).call();
                return;
            }
            List<Integer> rounds = soak(transport, order.warm(), List.of());
            Figures warm = Figures.settled();
            soak(transport, order, rounds);
            boolean same = Eventually.holds(() -> Figures.now().isWithin(warm, TOLERANCE));
            System.out.println("Soak: " + totals + "; " + warm + " once, " + Figures.now() + " at the end");
            assertThat(same).as("%s, once %s", Figures.now(), warm).isTrue();
        }
        threads.assertNone();
    }

    /** Gives the next round of each host. */
    private List<Integer> soak(Transport transport, Order order, List<Integer> rounds) throws Exception {
        Order.Bound bound = order.bound(totals);
        ExecutorService pool = Executors.newFixedThreadPool(HOSTS, task -> new Thread(task, "soak"));
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < HOSTS; i++) {
                int first = rounds.isEmpty() ? 0 : rounds.get(i);
                running.add(pool.submit(new Soaker(transport, order, i, first, bound, totals)));
            }
            List<Integer> next = new ArrayList<>();
            for (Future<Integer> each : running) {
                next.add(each.get());
            }
            return next;
        } finally {
            pool.shutdownNow();
        }
    }
}
