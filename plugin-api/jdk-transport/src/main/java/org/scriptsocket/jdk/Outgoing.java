package org.scriptsocket.jdk;

import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;

/** What waits to be written. The JDK takes one message at a time. */
final class Outgoing {

    /** Stands for the codes that the JDK sends for itself only. */
    static final int POLICY_VIOLATION = 1008;

    private static final int SHORTEST = 3000;

    private final ConnectRequest request;
    private final Strand strand;
    private final WriteWatch watch;
    private final Runnable failed;
    /** Added to by any thread. */
    private final Queue<Message> waiting = new ConcurrentLinkedQueue<>();

    private final AtomicLong unsent = new AtomicLong();
    // The rest on the strand.
    private @Nullable WebSocket socket;
    private @Nullable Message writing;
    private @Nullable CloseStatus goodbye;
    private Runnable closeWritten = () -> {};
    private boolean broken;

    /** @param failed called when a write has failed; why, the reading says, unless it overlooks it */
    Outgoing(JdkClient client, ConnectRequest request, Strand strand, Consumer<Failure.Lost> stalled, Runnable failed) {
        this.failed = failed;
        this.request = request;
        this.strand = strand;
        watch = new WriteWatch(client, request.limits().writeTimeout(), strand, stalled);
    }

    void begin(WebSocket opened) {
        socket = opened;
    }

    /** On any thread. */
    void add(Message message) {
        unsent.addAndGet(message.length());
        request.buffers().send(message.length());
        waiting.add(message);
    }

    /** On any thread. */
    long unsent() {
        return unsent.get();
    }

    void write() {
        WebSocket to = socket;
        if (to == null || broken || writing != null) {
            return;
        }
        Message next = waiting.poll();
        if (next != null) {
            writing = next;
            Progress progress = Progress.of(next);
            watch.begin(progress);
            CompletableFuture<WebSocket> unused =
                    progress.send(to).whenComplete((done, failure) -> strand.execute(() -> written(next, failure)));
        } else if (goodbye != null) {
            sayGoodbye(to, goodbye);
        }
    }

    /** Writes what waits, then the Close. */
    void close(CloseStatus status, Runnable written) {
        goodbye = status;
        closeWritten = written;
        write();
    }

    /** Nothing more is written. */
    void drop() {
        broken = true;
        watch.end();
        for (Message message = waiting.poll(); message != null; message = waiting.poll()) {
            forget(message);
        }
        if (writing != null) {
            forget(writing);
            writing = null;
        }
    }

    private void written(Message message, @Nullable Throwable failure) {
        if (writing == null) { // It was given up.
            return;
        }
        writing = null;
        watch.end();
        forget(message);
        if (failure != null) {
            drop();
            failed.run();
        } else {
            write();
        }
    }

    private void forget(Message message) {
        unsent.addAndGet(-message.length());
        request.buffers().sent(message.length());
    }

    private void sayGoodbye(WebSocket to, CloseStatus status) {
        goodbye = null;
        CompletableFuture<WebSocket> sent = to.sendClose(sendable(status.code()), status.reason());
        watch.begin(Progress.none());
        CompletableFuture<WebSocket> unused = sent.whenComplete((done, failure) -> strand.execute(() -> {
            watch.end();
            closeWritten.run();
        }));
    }

    /** @return the code, or one that the JDK lets us send in its place */
    private static int sendable(int code) {
        return switch (code) {
            case 1000, 1001, 1008, 1011 -> code;
            default -> code >= SHORTEST ? code : POLICY_VIOLATION;
        };
    }
}
