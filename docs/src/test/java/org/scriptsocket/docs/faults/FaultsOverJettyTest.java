package org.scriptsocket.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.ThreadLeaks;
import org.scriptsocket.transport.Transport;

/** Three hundred runs over sockets with small limits, some of them in one host at once. */
@Timeout(value = 8, unit = TimeUnit.MINUTES) // many runs on a busy machine
final class FaultsOverJettyTest {

    private static final int RUNS = 300;
    private static final int AT_ONCE = 10;
    private static final int LEADS = 4;

    @Test
    void every_fault_and_every_deed_at_every_moment_is_among_them() {
        Planner planner = new Planner(1, true);
        Set<Fault> faults = new HashSet<>();
        Set<List<Object>> deeds = new HashSet<>();
        for (int i = 0; i < RUNS; i++) {
            for (InstancePlan instance : planner.plan(i, LEADS).instances()) {
                instance.connections().forEach(each -> faults.add(each.fault()));
                instance.connections().stream()
                        .flatMap(each -> each.actions().stream())
                        .forEach(each -> deeds.add(List.of(each.moment(), each.deed())));
                instance.actions().forEach(each -> deeds.add(List.of(each.moment(), each.deed())));
            }
        }
        assertThat(faults).containsAll(Coverage.faults(true));
        assertThat(deeds).hasSize(Moment.values().length * Deed.values().length);
    }

    @Test
    void every_connection_has_exactly_one_end_and_no_message_is_lost_or_doubled() {
        Replay replay = Replay.wanted(RUNS);
        ThreadLeaks threads = ThreadLeaks.watch();
        Planner planner = new Planner(replay.seed(), true);
        try (Transport transport = new JettyTransport()) {
            for (int first = replay.first(); first < replay.end(); first += AT_ONCE) {
                JettyRun.of(plans(planner, first / AT_ONCE), transport);
            }
        }
        threads.assertNone();
    }

    private static List<Plan> plans(Planner planner, int batch) {
        return IntStream.range(batch * AT_ONCE, (batch + 1) * AT_ONCE)
                .mapToObj(number -> planner.plan(number, LEADS))
                .toList();
    }
}
