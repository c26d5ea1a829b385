package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.BufferMeter;
import org.scriptsocket.transport.CloseBody;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.FrameObserver.Direction;
import org.scriptsocket.transport.Message;

/** What waits to be written: at a flush, in order, on whatever thread asks for it; none waits for another. */
final class Outbox {

    /** Bytes of pongs that wait; over it only the newest is kept (RFC 6455, 5.5.3). */
    private static final int MAX_PONGS = 64 << 10;

    private final @Nullable FrameObserver observer;
    private final BufferMeter buffers;
    private final Queue<OutFrame> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicInteger pongs = new AtomicInteger();
    /** The pong that waits for room among the pongs, or null. */
    private final AtomicReference<@Nullable ByteBuffer> newest = new AtomicReference<>();
    /** Null until open. */
    private volatile @Nullable FrameWriter writer;

    private volatile boolean ended;
    /** Null where nothing is compressed. */
    private volatile @Nullable Compression compression;
    /** Null until the first message that is compressed, and after the end; used by whoever writes. */
    private @Nullable MessageDeflater deflater;
    /** Whether a Close frame was written, after which there is none (RFC 6455, section 5.5.1). Used by whoever writes. */
    private boolean closed;

    Outbox(@Nullable FrameObserver observer, BufferMeter buffers) {
        this.observer = observer;
        this.buffers = buffers;
    }

    void opened(EndPoint endPoint, ByteBufferPool pool, Consumer<Throwable> failed) {
        writer = new FrameWriter(endPoint, pool, this, failed);
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
        OutFrame frame = OutFrame.message(opcode, message.payload().slice());
        unsent.addAndGet(frame.unsent());
        buffers.send(frame.unsent() + BufferMeter.MESSAGE);
        queue.add(frame);
    }

    /** So many messages do not wait any more. */
    void written(int messages, long bytes) {
        if (messages > 0) {
            unsent.addAndGet(-bytes);
            buffers.sent((int) bytes + messages * BufferMeter.MESSAGE);
        }
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
            queue.add(OutFrame.control(OpCode.PONG, pong, () -> ponged(length)));
            flush();
        }
    }

    /** @param written called when it was written, or never will be */
    void ping(Runnable written) {
        queue.add(OutFrame.control(OpCode.PING, ByteBuffer.allocate(0), written));
        flush();
    }

    /** Writes everything, then a Close frame; what is added later is not written. */
    void close(CloseStatus status, Runnable written) {
        queue.add(OutFrame.control(OpCode.CLOSE, CloseBody.of(status), written));
        flush();
    }

    void flush() {
        FrameWriter open = writer;
        if (open != null) {
            open.iterate();
        } else if (ended) {
            dropAll();
        }
    }

    /** Nothing is written any more. */
    void drop() {
        ended = true;
        flush();
    }

    /** What is to be written next, or null; one call at a time. */
    @Nullable OutFrame next() {
        if (ended || closed) {
            dropAll();
            endDeflater();
            return null;
        }
        OutFrame next = queue.poll();
        if (next == null) {
            return null;
        }
        closed = next.opcode() == OpCode.CLOSE;
        OutFrame frame = compressed(next);
        observe(frame);
        return frame;
    }

    private void dropAll() {
        for (OutFrame next = queue.poll(); next != null; next = queue.poll()) {
            next.done().run();
            written(next.isControl() ? 0 : 1, next.unsent());
        }
    }

    private void endDeflater() {
        if (deflater != null) {
            deflater.end();
            deflater = null;
        }
    }

    private OutFrame compressed(OutFrame frame) {
        Compression accepted = compression;
        if (accepted == null || frame.isControl()) {
            return frame;
        }
        deflater = deflater == null ? new MessageDeflater(accepted) : deflater;
        return frame.deflated(deflater.deflate(frame.payload()));
    }

    private void observe(OutFrame frame) {
        if (observer != null) {
            ByteBuffer shown = frame.payload().asReadOnlyBuffer();
            observer.onFrame(Direction.OUT, frame.opcode(), true, shown.remaining(), shown);
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
}
