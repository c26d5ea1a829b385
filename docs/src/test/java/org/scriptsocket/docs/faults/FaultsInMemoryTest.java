package org.scriptsocket.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptsocket.kit.ThreadLeaks;

/** Ten thousand runs in virtual time, of which the first ones are every fault crossed with every action. */
@Timeout(value = 8, unit = TimeUnit.MINUTES) // many runs on a busy machine
final class FaultsInMemoryTest {

    private static final int RUNS = 10_000;

    @Test
    void every_fault_at_every_place_is_crossed_with_every_deed_at_every_moment() {
        Planner planner = new Planner(1, false);
        Set<Coverage.Pair> covered = new HashSet<>();
        for (int i = 0; i < RUNS; i++) {
            planner.plan(i, 1).instances().forEach(instance -> cover(instance, covered));
        }
        assertThat(covered).containsAll(Coverage.pairs(false));
    }

    private static void cover(InstancePlan instance, Set<Coverage.Pair> covered) {
        for (ConnectionPlan connection : instance.connections()) {
            for (Action action : connection.actions()) {
                covered.add(new Coverage.Pair(connection.fault(), action.moment(), action.deed()));
            }
        }
        for (Action action : instance.actions()) {
            covered.add(new Coverage.Pair(instance.connections().get(0).fault(), action.moment(), action.deed()));
        }
    }

    @Test
    void every_connection_has_exactly_one_end_and_no_message_is_lost_or_doubled() {
        Replay replay = Replay.wanted(RUNS);
        ThreadLeaks threads = ThreadLeaks.watch();
        Planner planner = new Planner(replay.seed(), false);
        IntStream.range(replay.first(), replay.end())
                .parallel()
                .forEach(number -> MemoryRun.of(planner.plan(number, 1)));
        threads.assertNone();
    }
}
