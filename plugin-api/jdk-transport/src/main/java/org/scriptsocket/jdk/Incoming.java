package org.scriptsocket.jdk;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;

/**
 * What the JDK reads, made into whole messages. A few things are always asked for, so that pings, a Close frame and the end are seen
 * without demand too; parts of messages that nobody demanded, or for which there is no room, are held, and not many are read.
 */
final class Incoming implements WebSocket.Listener {

    /** So many parts are read before they are wanted, so that the JDK is hardly ever asked for nothing; see {@link EndProbe}. */
    private static final int AHEAD = 4;

    private record Part(Message.Type type, ByteBuffer bytes, boolean last) {}

    private final JdkConnection connection;
    private final ConnectRequest request;
    private final Strand strand;
    /** Used by the JDK's callbacks only, which come one at a time. */
    private final TextParts text = new TextParts();
    // The rest on the strand.
    private final MessageParts message = new MessageParts();
    private @Nullable WebSocket socket;
    private final AtomicInteger untaken = new AtomicInteger();
    private final Queue<Part> held = new ArrayDeque<>();
    /** What came behind the parts that are held: the end. */
    private Runnable afterHeld = () -> {};

    private long demand;
    private boolean waitsForRoom;
    private boolean ended;

    Incoming(JdkConnection connection, ConnectRequest request, Strand strand) {
        this.connection = connection;
        this.request = request;
        this.strand = strand;
    }

    void begin(WebSocket opened) {
        socket = opened;
        take();
    }

    void demand(long n) {
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        take();
    }

    /** Whether nothing is read because nobody wants it. */
    boolean isHeld() {
        return !held.isEmpty();
    }

    /** From now on messages are read and thrown away. */
    void dropAll() {
        giveUp();
        take();
    }

    void end() {
        ended = true;
        held.clear();
        giveUp();
    }

    private void giveUp() {
        message.clear();
        request.buffers().received();
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(AHEAD);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        arrived(from, new Part(Message.Type.TEXT, ByteBuffer.wrap(text.bytes(data)), last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        ByteBuffer bytes = ByteBuffer.allocate(data.remaining()).put(data).flip();
        arrived(from, new Part(Message.Type.BINARY, bytes, last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        from.request(1);
        strand.execute(connection::pong);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        ended(() -> connection.closed(new CloseStatus(code, reason), answer));
        return answer;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended(() -> connection.failed(FailureText.ended(error, request)));
    }

    private void ended(Runnable tell) {
        strand.execute(() -> {
            afterHeld = tell;
            take();
        });
    }

    private void arrived(WebSocket from, Part part) {
        if (untaken.incrementAndGet() < AHEAD) {
            from.request(1);
        }
        strand.execute(() -> {
            held.add(part);
            connection.active();
            take();
        });
    }

    private void readOn() {
        if (untaken.getAndDecrement() >= AHEAD && socket != null && !ended) {
            socket.request(1);
        }
    }

    private void take() {
        while (!ended
                && socket != null
                && !held.isEmpty()
                && (connection.dropsMessages() || demand > 0 && !waitsForRoom)) {
            takeOne(held.element());
        }
        if (!ended && held.isEmpty() && socket != null) {
            afterHeld.run();
        }
    }

    private void takeOne(Part part) {
        long length = message.length() + part.bytes().remaining();
        if (connection.dropsMessages()) {
            next();
        } else if (length > request.limits().messageIn()) {
            connection.violated(new Failure.TooBig(length, request.limits().messageIn()));
        } else if (request.buffers().receive(part.bytes().remaining(), this::room)) {
            next();
            take(part);
        } else {
            waitsForRoom = true;
        }
    }

    private void next() {
        held.remove();
        readOn();
    }

    private void take(Part part) {
        message.add(part.bytes());
        if (part.last()) {
            demand--;
            tell(part.type());
        }
    }

    private void room() {
        strand.execute(() -> {
            waitsForRoom = false;
            take();
        });
    }

    private void tell(Message.Type type) {
        ByteBuffer whole = message.join();
        request.buffers().received();
        connection.message(new Message(type, whole));
    }
}
