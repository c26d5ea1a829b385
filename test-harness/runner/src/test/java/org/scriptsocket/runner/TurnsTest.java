package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int SAVES = 200_000;

    private final Turns turns = new Turns();
    /** The last save, and the last that a turn has read. */
    private final AtomicInteger saved = new AtomicInteger();

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void theLastSaveIsReadByATurnThatNothingEnds() throws InterruptedException {
        Thread editor = new Thread(this::saveOften);
        Shutdown turn = begin();
        editor.start();
        while (read.get() < SAVES) {
            assertThat(turns.await()).isTrue();
            assertThat(turn.isAsked()).isTrue();
            turn = begin();
        }
        editor.join();

        assertThat(turns.isCalled()).isFalse();
        assertThat(turn.isAsked()).isFalse();
    }

    @Test
    void noTurnFollowsTheEnd() throws InterruptedException {
        Shutdown turn = begin();
        turns.end();

        assertThat(turn.isAsked()).isTrue();
        assertThat(turns.await()).isFalse();
        assertThat(begin().isAsked()).isTrue();
        assertThat(turns.await()).isFalse();
    }

    private void saveOften() {
        for (int i = 1; i <= SAVES; i++) {
            saved.set(i);
            turns.call(() -> saved.get() != read.get());
        }
    }

    private Shutdown begin() {
        return turns.begin(() -> read.set(saved.get()));
    }
}
