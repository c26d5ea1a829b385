package org.scriptsocket.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines on a thread of its own, for a read can not be interrupted, and hands each to another thread; reads on when it was taken.
 */
final class InputLines {

    private final InputStream in;
    private final int longest;
    private final Executor taker;
    private final Semaphore taken = new Semaphore(0);
    private long number;

    /**
     * @param longest bytes of a line at most
     * @param taker where lines are taken; rejects them when nobody wants more
     */
    InputLines(InputStream in, int longest, Executor taker) {
        this.in = in;
        this.longest = longest;
        this.taker = taker;
    }

    /**
     * Returns at once.
     *
     * @param onLine without the line's end
     * @param onEnd called once, last, with what went wrong, or null
     */
    void begin(Consumer<byte[]> onLine, Consumer<@Nullable IOException> onEnd) {
        Thread thread = new Thread(() -> run(onLine, onEnd), "scriptsocket-input");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Consumer<byte[]> onLine, Consumer<@Nullable IOException> onEnd) {
        try {
            IOException wrong = handLines(onLine);
            taker.execute(() -> onEnd.accept(wrong));
        } catch (RejectedExecutionException e) {
            // The run is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable IOException handLines(Consumer<byte[]> onLine) throws InterruptedException {
        try {
            for (byte[] line = next(); line != null; line = next()) {
                hand(line, onLine);
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private void hand(byte[] line, Consumer<byte[]> onLine) throws InterruptedException {
        taker.execute(() -> {
            try {
                onLine.accept(line);
            } finally {
                taken.release();
            }
        });
        taken.acquire();
    }

    /** Null at the end; the last line may lack its end. */
    private byte @Nullable [] next() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() == longest) {
                throw new IOException("its line " + number + " is longer than " + longest + " bytes");
            }
            line.write(c);
        }
        return withoutReturn(line.toByteArray());
    }

    private static byte[] withoutReturn(byte[] line) {
        int length = line.length;
        return length > 0 && line[length - 1] == '\r' ? Arrays.copyOf(line, length - 1) : line;
    }
}
