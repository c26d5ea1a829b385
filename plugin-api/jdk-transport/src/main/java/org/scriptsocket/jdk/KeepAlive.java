package org.scriptsocket.jdk;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Failure;

/** Asks the peer from time to time whether it lives, but not while reading is held up. On the strand. */
final class KeepAlive {

    private final JdkClient client;
    private final long interval;
    private final long patience;
    private final Executor strand;
    private final BooleanSupplier heldUp;
    private final Consumer<Failure.Lost> lost;
    private Runnable ping = () -> {};
    private Runnable timer = () -> {};

    KeepAlive(JdkClient client, Limits limits, Executor strand, BooleanSupplier heldUp, Consumer<Failure.Lost> lost) {
        this.client = client;
        interval = limits.get(Limit.PING_INTERVAL);
        patience = limits.get(Limit.PONG_TIMEOUT);
        this.strand = strand;
        this.heldUp = heldUp;
        this.lost = lost;
    }

    void begin(WebSocket socket) {
        ping = () -> {
            CompletableFuture<WebSocket> unused = socket.sendPing(ByteBuffer.allocate(0));
        };
        start();
    }

    void pong() {
        timer.run();
        start();
    }

    void end() {
        ping = () -> {};
        timer.run();
    }

    private void start() {
        if (interval > 0) {
            after(interval, this::ask);
        }
    }

    private void ask() {
        if (heldUp.getAsBoolean()) {
            start();
        } else {
            ping.run();
            after(patience, this::judge);
        }
    }

    private void judge() {
        if (heldUp.getAsBoolean()) {
            after(patience, this::judge);
        } else {
            lost.accept(Failure.Lost.silent(Duration.ofMillis(patience)));
        }
    }

    private void after(long millis, Runnable task) {
        timer = client.after(millis, () -> strand.execute(task));
    }
}
