package org.scriptsocket.bench.jmh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.scriptsocket.bench.Sink;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Frames out through the Jetty transport into a socket that is read and thrown away. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class FrameBenchmark {

    private static final int BATCH = 64;
    private static final long MOST_UNSENT = 1 << 20;

    private final Message message = new Message(Message.Type.BINARY, ByteBuffer.allocate(128));
    private Sink sink;
    private JettyTransport jetty;
    private TransportConnection connection;

    /** Before all. */
    @Setup
    public void open() throws IOException, InterruptedException {
        sink = new Sink();
        jetty = new JettyTransport();
        CountDownLatch opened = new CountDownLatch(1);
        connection = jetty.open(ConnectRequest.to("127.0.0.1", sink.port()).build(), new Waiting(opened));
        opened.await();
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
        connection.abort();
        jetty.close();
        sink.close();
    }

    /** 64 messages of 128 bytes and one flush. */
    @Benchmark
    public long batch() {
        for (int i = 0; i < BATCH; i++) {
            connection.send(message);
        }
        connection.flush();
        while (connection.unsent() > MOST_UNSENT) {
            Thread.onSpinWait();
        }
        return connection.unsent();
    }

    private record Waiting(CountDownLatch opened) implements TransportListener {

        @Override
        public void onOpen(HandshakeResponse response) {
            opened.countDown();
        }

        @Override
        public void onMessage(Message message) {
            throw new IllegalStateException("a message of somebody who only reads");
        }

        @Override
        public void onClosed(CloseStatus status) {
            // At the end.
        }

        @Override
        public void onFailure(Failure failure) {
            throw new IllegalStateException(failure.message());
        }
    }
}
