package org.scriptsocket.jdk;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.Failure;

/** Tells when a write makes no progress for too long. On the strand. */
final class WriteWatch {

    private static final int LOOKS = 10;

    private final JdkClient client;
    private final Duration limit;
    private final Executor strand;
    private final Consumer<Failure.Lost> stalled;
    /** Null while nothing is written. */
    private @Nullable Progress writing;

    private int position;
    private int looksWithoutProgress;
    private Runnable timer = () -> {};

    WriteWatch(JdkClient client, Duration limit, Executor strand, Consumer<Failure.Lost> stalled) {
        this.client = client;
        this.limit = limit;
        this.strand = strand;
        this.stalled = stalled;
    }

    void begin(Progress progress) {
        writing = progress;
        position = progress.position();
        looksWithoutProgress = 0;
        lookLater();
    }

    void end() {
        writing = null;
        timer.run();
    }

    private void look(Progress at) {
        if (writing != at) {
            return;
        }
        looksWithoutProgress = at.position() > position ? 0 : looksWithoutProgress + 1;
        position = at.position();
        if (looksWithoutProgress >= LOOKS) {
            writing = null;
            stalled.accept(Failure.Lost.stalled(limit));
        } else {
            lookLater();
        }
    }

    private void lookLater() {
        Progress at = writing;
        if (at != null) {
            timer = client.after(Math.max(limit.toMillis() / LOOKS, 1), () -> strand.execute(() -> look(at)));
        }
    }
}
