package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

final class ClosingTest extends TransportTest {

    /** The timer had fired, and its task waited for a thread, when the 101 was accepted. */
    @Test
    void aDeadlineThatComesTooLateChangesNothing() throws Exception {
        TransportConnection connection = connect(Behaviour.echo());
        recorder.takeOpen();
        ((JettyConnection) connection).notOpened(new Failure.TimedOut());
        connection.send(Message.text("still here"));
        connection.flush();
        assertThat(recorder.takeText()).isEqualTo("still here");
        recorder.assertExhausted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1009, 4001})
    void whatWasSentBeforeACloseGoesOutFirst(int code) throws Exception {
        TransportConnection connection = connect(Behaviour.accept());
        recorder.takeOpen();
        for (int i = 0; i < 100; i++) {
            connection.send(Message.text("m" + i));
        }
        connection.close(new CloseStatus(code, "bye"));
        connection.close(new CloseStatus(4999));
        connection.send(Message.text("too late"));
        connection.flush();
        RecordedConnection seen = server.takeConnection();
        seen.takeRequest();
        for (int i = 0; i < 100; i++) {
            assertThat(seen.takeFrame().string()).isEqualTo("m" + i);
        }
        assertThat(seen.takeFrame().status()).isEqualTo(new CloseStatus(code, "bye"));
        seen.takeEnd();
        seen.assertExhausted();
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void theAnswerOfThePeerIsReadAlthoughMessagesComeBeforeIt() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            peer.accept();
            assertThat(peer.frame().code()).isEqualTo(1000);
            for (int i = 0; i < 200; i++) {
                peer.write(RawServer.frame(0x82, new byte[50_000]));
            }
            peer.write(RawServer.closeFrame(1000, ""));
            peer.end();
        })) {
            TransportConnection connection = transport.open(Requests.to(raw.port()), recorder);
            recorder.takeOpen();
            connection.close(new CloseStatus(CloseStatus.NORMAL));
            raw.join();
            awaitGone(connection);
            recorder.assertExhausted();
        }
    }

    @Test
    void aPeerThatIgnoresACloseIsGivenUp() throws Exception {
        server.otherwise(Behaviour.accept().ignore());
        TransportConnection connection = connect(quick());
        recorder.takeOpen();
        connection.close(new CloseStatus(CloseStatus.NORMAL));
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void aPeerThatDoesNotEndAfterItsCloseIsGivenUp() throws Exception {
        try (RawServer raw = new RawServer(peer -> {
            peer.accept(RawServer.closeFrame(1000, ""));
            peer.frame();
            peer.end();
            new CompletableFuture<Void>().join();
        })) {
            TransportConnection connection = connect(Requests.withLimits(Requests.to(raw.port()), quick().limits()));
            recorder.takeOpen();
            recorder.takeClosed();
            awaitGone(connection);
        }
    }

    @Test
    void aWriteWithoutProgressEndsTheConnection() throws Exception {
        server.otherwise(Behaviour.accept().stopReading());
        TransportConnection connection = connect(quick());
        recorder.takeOpen();
        connection.send(Message.binary(new byte[32 << 20]));
        connection.flush();
        assertThat(recorder.takeFailure()).isEqualTo(new Failure.Lost("no progress in writing for 300 ms"));
        awaitGone(connection);
        assertThat(connection.unsent()).isZero();
    }

    @Test
    void aCloseBehindAWriteWithoutProgressEndsToo() throws Exception {
        server.otherwise(Behaviour.accept().stopReading());
        TransportConnection connection = connect(quick());
        recorder.takeOpen();
        connection.send(Message.binary(new byte[32 << 20]));
        connection.flush();
        assertThat(connection.unsent()).isEqualTo(32 << 20);
        connection.close(new CloseStatus(CloseStatus.NORMAL));
        awaitGone(connection);
        recorder.assertExhausted();
    }

    @Test
    void anAbortIsSilentAndLeavesNothing() throws Exception {
        TransportConnection connection = connect(Behaviour.accept().ignore());
        recorder.takeOpen();
        connection.send(Message.binary(new byte[32 << 20]));
        connection.flush();
        connection.abort();
        awaitGone(connection);
        connection.send(Message.text("x"));
        connection.flush();
        connection.request(1);
        connection.close(new CloseStatus(CloseStatus.NORMAL));
        connection.abort();
        recorder.assertExhausted();
        assertThat(connection.unsent()).isZero();
    }

    @Test
    void pingsAreAnsweredWhileThereIsNoMessageAndStopWhenTheyAreNotRead() throws Exception {
        byte[] ping = RawServer.frame(0x89, new byte[125]);
        AtomicReference<Boolean> all = new AtomicReference<>(false);
        try (RawServer raw = new RawServer(peer -> {
            peer.accept();
            Thread reader = new Thread(() -> {
                try {
                    for (int i = 0; i < 20_000; i++) {
                        assertThat(peer.frame().opcode()).isEqualTo(10);
                    }
                    all.set(true);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            for (int i = 0; i < 20_000; i++) {
                peer.write(ping);
                if (i == 10_000) {
                    reader.start();
                }
            }
            try {
                reader.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })) {
            connect(Requests.to(raw.port()));
            recorder.takeOpen();
            raw.join();
            assertThat(all.get()).isTrue();
        }
    }

    private org.scriptsocket.transport.ConnectRequest quick() {
        Limits limits = Limits.standard().with(Limit.CLOSE_TIMEOUT, 300).with(Limit.WRITE_TIMEOUT, 300);
        return Requests.withLimits(request(), limits);
    }
}
