package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.PerMessageDeflate;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.BufferMeter;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/** What a hostile peer can not do by a few bytes. */
final class CompressionLimitsTest extends CompressionTest {

    private static final int MIB = 1 << 20;

    /** The first octets of a stream of zeros without end. */
    private static byte[] bomb(int octets) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        byte[] zeros = new byte[MIB];
        byte[] chunk = new byte[8 << 10];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < octets) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
        }
        deflater.end();
        return Arrays.copyOf(out.toByteArray(), octets);
    }

    @ParameterizedTest
    @ValueSource(ints = {Frame.TEXT, Frame.BINARY})
    void aBombIsStoppedAtTheLimitWhileItIsInflated(int opcode) throws Exception {
        int limit = 4 * MIB;
        byte[] bomb = bomb(16 << 10);
        server.otherwise(accept(NAME).send(Frame.of(opcode, bomb).rsv(4).announcing(3 * MIB)));
        TransportConnection connection = connect(limited(limit));
        recorder.takeOpen();
        Failure.TooBig failure = recorder.takeFailure(Failure.TooBig.class);
        assertThat(failure.limit()).isEqualTo(limit);
        assertThat(failure.atLeast()).isBetween(limit + 1L, limit + (16L << 10));
        assertThat(peer().takeFrame().status().code()).isEqualTo(1009);
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB, 5_000_000, 8 * MIB + 1})
    void aBombAllocatesLessThanTwiceTheLimitAtOnce(int limit) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Compression both = new Compression(false, false);
        FrameHeads heads = new FrameHeads(limit, true, null);
        MessageAssembler assembler = new MessageAssembler(heads, limit, both);
        org.eclipse.jetty.websocket.core.Frame frame =
                new org.eclipse.jetty.websocket.core.Frame((byte) Frame.BINARY, false, ByteBuffer.wrap(bomb(64 << 10)));
        frame.setRsv1(true);
        long before = threads.getCurrentThreadAllocatedBytes();
        Failure failure = null;
        long largest = 0;
        long second = 0;
        while (failure == null) {
            long begin = threads.getCurrentThreadAllocatedBytes();
            failure = assembler.add(frame);
            long made = threads.getCurrentThreadAllocatedBytes() - begin;
            second = Math.max(second, Math.min(made, largest));
            largest = Math.max(largest, made);
        }
        assembler.end();
        assertThat(failure).isInstanceOf(Failure.TooBig.class);
        // an array is garbage when the next one was filled from it: no more than two are there at once
        assertThat(largest + second).isLessThan(2L * limit);
        assertThat(largest).isLessThan(limit + (128L << 10));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(3L * limit);
    }

    @Test
    void aMessageOfTheLimitThatCanNotBeCompressedComesAllTheSame() {
        byte[] bytes = new byte[MIB];
        new Random(1).nextBytes(bytes);
        try (PerMessageDeflate deflate = new PerMessageDeflate()) {
            Frame message = deflate.deflate(Frame.binary(bytes));
            assertThat(message.payload().length).isGreaterThan(MIB);
            server.otherwise(accept(NAME).send(message));
            connect(limited(MIB));
            recorder.takeOpen();
            recorder.assertBinary(bytes);
        }
    }

    @Test
    void emptyBlocksWithoutEndAreStoppedByTheirOwnSize() throws Exception {
        byte[] blocks = new byte[5 * 1_000];
        for (int at = 0; at < blocks.length; at += 5) {
            blocks[at + 3] = -1;
            blocks[at + 4] = -1;
        }
        List<Frame> frames = new ArrayList<>();
        frames.add(Frame.binary(blocks).rsv(4).notFinal());
        for (int i = 0; i < 20; i++) {
            frames.add(Frame.of(Frame.CONTINUATION, blocks).notFinal());
        }
        server.otherwise(accept(NAME).send(frames));
        TransportConnection connection = connect(limited(50_000));
        recorder.takeOpen();
        assertThat(recorder.takeFailure()).isEqualTo(new Failure.TooBig(55_000, 50_000));
        awaitGone(connection);
    }

    @Test
    void anUncompressedMessageOverTheLimitIsRefusedByItsHead() {
        server.otherwise(accept(NAME).send(Frame.binary((byte) 1).announcing(1_001)));
        connect(limited(1_000));
        recorder.takeOpen();
        assertThat(recorder.takeFailure()).isEqualTo(new Failure.TooBig(1_001, 1_000));
    }

    /** One that has room for so many bytes, then for none until more is given. */
    private static final class Room implements BufferMeter {

        private final AtomicLong left = new AtomicLong();
        private final AtomicInteger refused = new AtomicInteger();
        private Runnable goOn = () -> {};

        @Override
        public synchronized boolean receive(int bytes, Runnable whenRoom) {
            boolean room = left.addAndGet(-bytes) >= 0;
            if (!room) {
                left.addAndGet(bytes);
                refused.incrementAndGet();
                goOn = whenRoom;
            }
            return room;
        }

        void give(int bytes) {
            Runnable next;
            synchronized (this) {
                left.addAndGet(bytes);
                next = goOn;
                goOn = () -> {};
            }
            next.run();
        }

        @Override
        public void received() {}

        @Override
        public void send(int bytes) {}

        @Override
        public void sent(int bytes) {}
    }

    @Test
    void whatIsInflatedWaitsForRoomInTheBuffersOfTheHost() {
        byte[] bytes = new byte[MIB];
        Room room = new Room();
        try (PerMessageDeflate deflate = new PerMessageDeflate()) {
            Frame message = deflate.deflate(Frame.binary(bytes));
            assertThat(message.payload().length).isLessThan(2_000);
            server.otherwise(accept(NAME).send(message).send("end"));
            connect(ConnectRequest.to("127.0.0.1", server.port()).buffers(room).build());
            recorder.takeOpen();
            for (int given = 0; given < 1_000_000; given += 100_000) {
                int times = given / 100_000;
                assertThat(Eventually.holds(() -> room.refused.get() > times)).isTrue();
                recorder.assertExhausted();
                room.give(100_000);
            }
            assertThat(Eventually.holds(() -> room.refused.get() > 10)).isTrue();
            room.give(10 * MIB);
            recorder.assertBinary(bytes);
            recorder.assertText("end");
        }
    }

    @Test
    void aThousandConnectionsGiveTheirMemoryBack() throws Exception {
        try (PerMessageDeflate deflate = new PerMessageDeflate()) {
            server.otherwise(accept(NAME)
                    .send(deflate.deflate(Frame.text("Hello")))
                    .receive(1)
                    .send("end"));
        }
        List<Deflater> deflaters = new ArrayList<>();
        List<Inflater> inflaters = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ListenerRecorder told = new ListenerRecorder();
            TransportConnection connection = transport.open(request(), told);
            connection.request(10);
            told.takeOpen();
            told.assertText("Hello");
            connection.send(Message.text("Hello"));
            connection.flush();
            told.assertText("end");
            JettyConnection parts = (JettyConnection) connection;
            deflaters.add((Deflater) field(field(parts.outbox(), "deflater"), "deflater"));
            inflaters.add((Inflater) field(field(field(parts.reader(), "assembler"), "inflater"), "inflater"));
            connection.abort();
            awaitGone(connection);
            server.takeConnections();
        }
        assertThat(deflaters).allMatch(each -> Eventually.holds(() -> isEnded(each::getBytesRead)));
        assertThat(inflaters).allMatch(each -> Eventually.holds(() -> isEnded(each::getBytesRead)));
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return Objects.requireNonNull(field.get(owner));
    }

    private static boolean isEnded(LongSupplier use) {
        try {
            return use.getAsLong() < 0;
        } catch (NullPointerException e) {
            return e.getMessage().contains("closed");
        }
    }

    private ConnectRequest limited(long bytes) {
        return Requests.withLimits(request(), Limits.standard().with(Limit.MESSAGE_IN, bytes));
    }
}
