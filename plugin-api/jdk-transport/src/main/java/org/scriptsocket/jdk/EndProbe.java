package org.scriptsocket.jdk;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a stream that the JDK has overlooked. When a FIN without a Close frame arrives in the moment in which a message is
 * being delivered, the client (JDK 17 to 25) fails with an InternalError in TransportImpl.acknowledgeReception, and tells nothing.
 *
 * <p>So a peer that has sent something and is silent since is pinged, once for each silence. One that is gone resets the connection, so
 * that a second ping can not be written; one that has only ended its own side does not answer. On the strand.
 */
final class EndProbe {

    /** Milliseconds of silence. */
    private static final long SILENCE = 2_000;

    private static final long BETWEEN = 500;

    private final JdkClient client;
    private final Executor strand;
    private final BooleanSupplier heldUp;
    private final Runnable gone;
    private @Nullable WebSocket socket;
    private boolean watching;
    private boolean wasActive;
    private boolean answered;
    private Runnable timer = () -> {};

    /**
     * @param heldUp whether nothing is read, so that no answer can be seen
     * @param gone called once the peer is known to be gone
     */
    EndProbe(JdkClient client, Executor strand, BooleanSupplier heldUp, Runnable gone) {
        this.client = client;
        this.strand = strand;
        this.heldUp = heldUp;
        this.gone = gone;
    }

    void begin(WebSocket opened) {
        socket = opened;
        active();
    }

    /** Something came, so the silence begins anew. */
    void active() {
        wasActive = true;
        answered = true;
        if (!watching) {
            watching = true;
            after(SILENCE, this::look);
        }
    }

    void pong() {
        answered = true;
    }

    /** A write has failed: unless the reading tells the end very soon, it is overlooked. */
    void soon() {
        timer.run();
        watching = true;
        after(BETWEEN, gone);
    }

    void end() {
        socket = null;
        timer.run();
    }

    private void look() {
        if (wasActive || heldUp.getAsBoolean()) {
            wasActive = false;
            after(SILENCE, this::look);
        } else {
            answered = false;
            ask(() -> after(BETWEEN, () -> ask(() -> after(client.patience(), this::judge))));
        }
    }

    private void judge() {
        watching = false;
        if (!answered && !heldUp.getAsBoolean()) {
            gone.run();
        }
    }

    private void ask(Runnable next) {
        WebSocket to = socket;
        if (answered) {
            watching = false;
        } else if (to != null) {
            CompletableFuture<WebSocket> unused = to.sendPing(ByteBuffer.allocate(0))
                    .whenComplete((sent, failure) -> strand.execute(() -> {
                        boolean busy = failure instanceof IllegalStateException;
                        (failure == null || busy ? next : gone).run();
                    }));
        }
    }

    private void after(long millis, Runnable task) {
        timer = client.after(
                millis,
                () -> strand.execute(() -> {
                    if (socket != null) {
                        task.run();
                    }
                }));
    }
}
