package org.scriptsocket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Figures.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
        assertThat(Figures.median(List.of())).isNaN();
    }

    @Test
    void aRatioIsTakenRoundByRoundSoThatWhatDisturbsBothDisturbsNothing() {
        Figures.Interval ratio = Figures.ratio(List.of(10.0, 1.0, 100.0), List.of(20.0, 2.0, 200.0));

        assertThat(ratio).isEqualTo(new Figures.Interval(0.5, 0.5, 0.5));
    }

    @Test
    void theIntervalHoldsTheMedianAndShowsTheScatter() {
        Figures.Interval ratio = Figures.ratio(List.of(1.0, 2.0, 3.0, 4.0, 5.0), List.of(1.0, 1.0, 1.0, 1.0, 1.0));

        assertThat(ratio.median()).isEqualTo(3);
        assertThat(ratio.low()).isBetween(1.0, 2.0);
        assertThat(ratio.high()).isBetween(4.0, 5.0);
    }
}
