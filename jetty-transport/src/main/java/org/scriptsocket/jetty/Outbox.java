package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.BufferMeter;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.FrameObserver.Direction;
import org.scriptsocket.transport.Message;

/** What waits to be written. Frames go to Jetty at a flush, in order, on whatever thread asks for it; none waits for another. */
final class Outbox {

    /** What Jetty gathers for one write. */
    static final int BUFFER = 16 << 10;
    /** Jetty copies shorter ones into that buffer, and says that they are written when they are there. */
    private static final int COPIED = BUFFER / 4;

    /** Bytes of pongs that wait; over it only the newest is kept (RFC 6455, 5.5.3). */
    private static final int MAX_PONGS = 64 << 10;

    private final @Nullable FrameObserver observer;
    private final BufferMeter buffers;
    private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger drains = new AtomicInteger();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicInteger pongs = new AtomicInteger();
    /** The pong that waits for room among the pongs, or null. */
    private final AtomicReference<@Nullable ByteBuffer> newest = new AtomicReference<>();
    /** Null until open, and after the end. */
    private volatile @Nullable CoreSession session;

    private volatile boolean ended;
    /** Null where nothing is compressed. */
    private volatile @Nullable Compression compression;
    /** Null until the first message that is compressed, and after the end; used by whoever drains. */
    private volatile @Nullable MessageDeflater deflater;

    /** A frame, and what to do when it was written or never will be. */
    private record Outgoing(Frame frame, Runnable done) {}

    Outbox(@Nullable FrameObserver observer, BufferMeter buffers) {
        this.observer = observer;
        this.buffers = buffers;
    }

    void opened(CoreSession opened) {
        session = opened;
    }

    /** From now on, which is before the first message, messages are compressed. */
    void compress(Compression accepted) {
        compression = accepted;
    }

    /** Nothing after the end: Jetty may tell later of what it had to drop. */
    long unsent() {
        return ended ? 0 : unsent.get();
    }

    void add(Message message) {
        byte opcode = message.type() == Message.Type.TEXT ? OpCode.TEXT : OpCode.BINARY;
        int length = message.length();
        waits(length);
        buffers.send(BufferMeter.MESSAGE);
        queue.add(new Outgoing(new Frame(opcode, true, message.payload().slice()), () -> written(length)));
    }

    private void written(int length) {
        waits(-length);
        buffers.sent(BufferMeter.MESSAGE);
    }

    void pong(@Nullable ByteBuffer ping) {
        ByteBuffer copy = ByteBuffer.allocate(ping == null ? 0 : ping.remaining());
        if (ping != null) {
            copy.put(ping.slice()).flip();
        }
        waits(copy.remaining());
        ByteBuffer older = newest.getAndSet(copy);
        waits(older == null ? 0 : -older.remaining());
        queueNewest();
    }

    private void queueNewest() {
        ByteBuffer pong = pongs.get() < MAX_PONGS ? newest.getAndSet(null) : null;
        if (pong != null) {
            int length = pong.remaining();
            pongs.addAndGet(length + 1);
            queue.add(new Outgoing(new Frame(OpCode.PONG, true, pong), () -> ponged(length)));
            flush();
        }
    }

    /** @param written called when it was written, or never will be */
    void ping(Runnable written) {
        queue.add(new Outgoing(new Frame(OpCode.PING, true, ByteBuffer.allocate(0)), written));
        flush();
    }

    /** Writes everything, then a Close frame; what is added later is not written. */
    void close(CloseStatus status, Runnable written) {
        queue.add(new Outgoing(CloseFrames.frame(status), written));
        flush();
    }

    void flush() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int done;
        do {
            done = drains.get();
            drain();
        } while (drains.addAndGet(-done) != 0);
    }

    /** Nothing is written any more. */
    void drop() {
        ended = true;
        session = null;
        flush();
    }

    private void drain() {
        CoreSession open = session;
        Batch batch = new Batch();
        for (Outgoing next = queue.poll(); next != null; next = queue.poll()) {
            if (open == null) {
                next.done.run();
            } else {
                write(open, next, batch);
            }
        }
        if (open != null && !batch.isEmpty()) {
            open.flush(whenDone(batch));
        }
        MessageDeflater last = deflater;
        if (ended && last != null) {
            deflater = null;
            last.end();
        }
    }

    private void write(CoreSession open, Outgoing next, Batch batch) {
        Frame frame = compressed(next.frame);
        observe(frame);
        if (frame.isDataFrame() && frame.getPayloadLength() < COPIED) {
            batch.add(next.done);
            open.sendFrame(frame, Callback.NOOP, true);
        } else {
            open.sendFrame(frame, whenDone(next.done), true);
        }
    }

    private Frame compressed(Frame frame) {
        Compression accepted = compression;
        if (accepted == null || !frame.isDataFrame()) {
            return frame;
        }
        MessageDeflater by = deflater == null ? new MessageDeflater(accepted) : deflater;
        deflater = by;
        Frame compressed = new Frame(frame.getOpCode(), true, by.deflate(frame.getPayload()));
        compressed.setRsv1(true);
        return compressed;
    }

    private void observe(Frame frame) {
        if (observer != null) {
            ByteBuffer payload = frame.getPayload();
            ByteBuffer shown = payload == null ? ByteBuffer.allocate(0) : payload.asReadOnlyBuffer();
            observer.onFrame(Direction.OUT, frame.getOpCode(), true, shown.remaining(), shown);
        }
    }

    private void ponged(int length) {
        waits(-length);
        pongs.addAndGet(-length - 1);
        queueNewest();
    }

    private void waits(int more) {
        unsent.addAndGet(more);
        if (more >= 0) {
            buffers.send(more);
        } else {
            buffers.sent(-more);
        }
    }

    private static Callback whenDone(Runnable done) {
        return Callback.from(done, failure -> done.run());
    }
}
