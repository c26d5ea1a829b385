package org.scriptsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

final class KeepAliveTest {

    private final TreeMap<Long, List<Runnable>> due = new TreeMap<>();
    private final List<String> seen = new ArrayList<>();
    private long now;
    private boolean heldUp;
    private boolean takesBack = true;
    private final KeepAlive keepAlive = keepAlive(100);

    private KeepAlive keepAlive(long interval) {
        Limits limits = Limits.standard().with(Limit.PING_INTERVAL, interval).with(Limit.PONG_TIMEOUT, 10);
        return new KeepAlive(
                this::after,
                limits,
                () -> seen.add("ping " + now),
                () -> heldUp,
                why -> seen.add("lost " + now + " " + why.message()));
    }

    @Test
    void a_peer_that_answers_is_asked_again_and_again() {
        keepAlive.begin();
        passUntil(105);
        keepAlive.pong();
        passUntil(205);
        keepAlive.pong();
        assertThat(seen).containsExactly("ping 100", "ping 205");
    }

    @Test
    void one_that_does_not_answer_is_lost_once() {
        keepAlive.begin();
        passUntil(1000);
        assertThat(seen).hasSize(2).element(0).isEqualTo("ping 100");
        assertThat(seen).element(1).asString().startsWith("lost 110 Connection lost: ");
        assertThat(due).isEmpty();
    }

    @Test
    void nobody_is_asked_or_judged_while_reading_is_held_up() {
        heldUp = true;
        keepAlive.begin();
        passUntil(150);
        heldUp = false;
        passUntil(200);
        heldUp = true;
        passUntil(225);
        assertThat(seen).containsExactly("ping 200");
        heldUp = false;
        passUntil(230);
        assertThat(seen).hasSize(2);
    }

    @Test
    void after_the_end_nothing_comes_not_even_of_what_was_under_way() {
        takesBack = false;
        keepAlive.begin();
        keepAlive.end();
        keepAlive.pong();
        passUntil(1000);
        assertThat(seen).isEmpty();
    }

    @Test
    void a_pong_that_comes_while_the_judgement_is_under_way_counts() {
        takesBack = false;
        keepAlive.begin();
        passUntil(109);
        keepAlive.pong();
        passUntil(150);
        assertThat(seen).containsExactly("ping 100");
    }

    @Test
    void without_an_interval_nothing_happens() {
        keepAlive(0).begin();
        assertThat(due).isEmpty();
    }

    private Runnable after(long millis, Runnable task) {
        due.computeIfAbsent(now + millis, any -> new ArrayList<>()).add(task);
        return () -> {
            if (takesBack) {
                due.values().forEach(tasks -> tasks.remove(task));
                due.values().removeIf(List::isEmpty);
            }
        };
    }

    private void passUntil(long end) {
        while (!due.isEmpty() && due.firstKey() <= end) {
            now = due.firstKey();
            due.remove(now).forEach(Runnable::run);
        }
        now = end;
    }
}
