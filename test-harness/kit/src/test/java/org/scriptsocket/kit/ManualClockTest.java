package org.scriptsocket.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {

    private final ManualClock clock = new ManualClock();
    private final List<String> ran = new ArrayList<>();

    private void at(long millis, String name) {
        clock.after(millis * 1_000_000, () -> ran.add(name + " at " + clock.nanoTime() / 1_000_000));
    }

    @Test
    void runsWhatIsDueInTheOrderOfTimeAtItsOwnTime() {
        at(20, "late");
        at(10, "first");
        at(10, "second");
        clock.advance(15);
        assertThat(ran).containsExactly("first at 10", "second at 10");
        clock.advance(5);
        assertThat(ran).endsWith("late at 20");
        assertThat(clock.nanoTime()).isEqualTo(20_000_000);
        assertThat(clock.waiting()).isZero();
    }

    @Test
    void runsNothingInsideTheCallThatAsksForIt() {
        at(0, "now");
        assertThat(ran).isEmpty();
        clock.runDue();
        assertThat(ran).containsExactly("now at 0");
    }

    @Test
    void runsWhatIsSetOffMeanwhileInTheSameAdvance() {
        clock.after(1_000_000, () -> at(1, "chained"));
        clock.advance(2);
        assertThat(ran).containsExactly("chained at 2");
    }

    @Test
    void tellsHowLongNothingWillHappen() {
        assertThat(clock.untilNext()).isEmpty();
        at(20, "late");
        at(10, "first");
        assertThat(clock.untilNext()).hasValue(10_000_000);
        clock.advance(12);
        assertThat(clock.untilNext()).hasValue(8_000_000);
        at(0, "now");
        assertThat(clock.untilNext()).hasValue(0);
    }

    @Test
    void forgetsWhatIsTakenBack() {
        Runnable takeBack = clock.after(1, () -> ran.add("never"));
        takeBack.run();
        clock.advance(1);
        assertThat(ran).isEmpty();
    }
}
