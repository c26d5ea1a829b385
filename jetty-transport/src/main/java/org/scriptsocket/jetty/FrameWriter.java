package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames, masked (RFC 6455, section 5.2), as many of them at once as there are. Jetty's own way takes two locks, two queues and a
 * draw of random numbers for each frame: three times as long.
 *
 * <p>{@link #iterate} writes what there is, on the thread of the caller or of whoever writes already; it never blocks.
 */
final class FrameWriter extends IteratingCallback {

    /** Bytes of the buffer for small frames, and of the largest that Jetty's pool keeps. */
    private static final int SMALL = 16 << 10;

    private static final int LARGE = 64 << 10;
    /** So many bytes are written at once, about. */
    private static final int MOST = 128 << 10;
    /** The longest head with a mask. */
    private static final int HEAD = 14;

    private final EndPoint endPoint;
    private final ByteBufferPool pool;
    private final Outbox outbox;
    private final Consumer<Throwable> failed;
    /** What is being written, and what is to be done when it was. */
    private final List<RetainableByteBuffer> writing = new ArrayList<>(2);

    private final List<Runnable> controls = new ArrayList<>();
    private int messages;
    private long bytes;
    /** The frame that comes next, or of which a part was put; null if it is not known yet. */
    private @Nullable OutFrame frame;

    private boolean begun;
    /** For the rest of its payload. */
    private int key;

    /**
     * @param failed told if nothing can be written any more
     */
    FrameWriter(EndPoint endPoint, ByteBufferPool pool, Outbox outbox, Consumer<Throwable> failed) {
        this.endPoint = endPoint;
        this.pool = pool;
        this.outbox = outbox;
        this.failed = failed;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    protected Action process() {
        for (int size = 0; size < MOST && next(); ) {
            size += fill();
        }
        if (writing.isEmpty()) {
            return Action.IDLE;
        }
        ByteBuffer[] buffers = new ByteBuffer[writing.size()];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = writing.get(i).getByteBuffer();
        }
        endPoint.write(this, buffers);
        return Action.SCHEDULED;
    }

    @Override
    protected void onSuccess() {
        end();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        end();
        failed.accept(cause);
    }

    private boolean next() {
        if (frame == null) {
            frame = outbox.next();
            begun = false;
        }
        return frame != null;
    }

    /** Fills a buffer with frames, and says how many bytes they are. */
    private int fill() {
        int needed = HEAD + Objects.requireNonNull(frame).payload().remaining();
        RetainableByteBuffer buffer = pool.acquire(needed > SMALL ? LARGE : SMALL, true);
        writing.add(buffer);
        ByteBuffer out = buffer.getByteBuffer();
        BufferUtil.clearToFill(out);
        while (next() && put(Objects.requireNonNull(frame), out)) {
            frame = null;
        }
        BufferUtil.flipToFlush(out, 0);
        return out.remaining();
    }

    /** Whether all of the frame found room. */
    private boolean put(OutFrame whole, ByteBuffer out) {
        if (!begun && out.remaining() < HEAD) {
            return false;
        }
        if (!begun) {
            key = Masks.next();
            whole.putHead(out, key);
            begun = true;
        }
        key = Masks.copy(whole.payload(), out, key);
        if (whole.payload().hasRemaining()) {
            return false;
        }
        written(whole);
        return true;
    }

    private void written(OutFrame whole) {
        if (whole.isControl()) {
            controls.add(whole.done());
        } else {
            messages++;
            bytes += whole.unsent();
        }
    }

    private void end() {
        writing.forEach(RetainableByteBuffer::release);
        writing.clear();
        outbox.written(messages, bytes);
        messages = 0;
        bytes = 0;
        controls.forEach(Runnable::run);
        controls.clear();
    }
}
