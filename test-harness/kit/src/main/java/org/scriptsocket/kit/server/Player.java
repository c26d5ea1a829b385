package org.scriptsocket.kit.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Expected;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Handshake;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.peer.Step;

/** Plays a behaviour on one connection, on its thread. Every way through it ends by an {@link IOException}. */
final class Player {

    private final ServerConnection connection;
    private final Wire wire;
    /** Completes when the server is closed. */
    private final CompletableFuture<Void> closed;

    Player(ServerConnection connection, CompletableFuture<Void> closed) {
        this.connection = connection;
        this.closed = closed;
        wire = connection.wire();
    }

    void play(Behaviour behaviour, Seen.Request request) throws IOException {
        answer(behaviour.answer(), behaviour.steps().isEmpty(), request.header("Sec-WebSocket-Key"));
        play(behaviour.steps());
        receive(Integer.MAX_VALUE);
        connection.ignore();
    }

    void play(List<Step> steps) throws IOException {
        for (Step step : steps) {
            play(step);
        }
        wire.flush();
    }

    private void answer(Answer answer, boolean last, String key) throws IOException {
        if (answer instanceof Answer.Later later) {
            wait(new Step.Await(later.gate()));
            answer(later.answer(), last, key);
        } else if (answer instanceof Answer.Accept accept) {
            wire.write(ResponseHead.of(accept, key));
        } else if (answer instanceof Answer.Reject reject) {
            wire.write(ResponseHead.of(reject));
            wire.write(reject.body());
            if (last && reject.missing() == 0) {
                wire.finish();
            }
        } else if (answer instanceof Answer.Raw raw) {
            String text = new String(raw.bytes(), StandardCharsets.ISO_8859_1);
            wire.write(text.replace("{accept}", Handshake.acceptOf(key)).getBytes(StandardCharsets.ISO_8859_1));
        }
        connection.record().sent(answer.getClass().getSimpleName());
    }

    private void play(Step step) throws IOException {
        if (step instanceof Step.Send send) {
            connection.write(send.frame());
        } else if (step instanceof Step.SendRaw raw) {
            connection.record().sent(raw.bytes().length + " raw bytes");
            wire.write(raw.bytes());
        } else if (step instanceof Step.Receive receive) {
            receive(receive.messages());
        } else if (step instanceof Step.Expect expect) {
            expect(expect.message());
        } else if (step instanceof Step.Close close) {
            connection.close(close.status());
        } else if (step instanceof Step.Echo) {
            echo();
        } else {
            end(step);
        }
    }

    private void end(Step step) throws IOException {
        if (step instanceof Step.AwaitClose) {
            while (connection.next().opcode() != Frame.CLOSE) {}
        } else if (step instanceof Step.Ignore) {
            connection.ignore();
        } else if (step instanceof Step.Fin) {
            connection.record().sent("FIN");
            wire.finish();
        } else if (step instanceof Step.Reset) {
            connection.record().sent("RST");
            wire.flush();
            wire.reset();
            throw new EOFException();
        } else {
            wait(step);
        }
    }

    private void wait(Step step) throws IOException {
        wire.flush();
        if (step instanceof Step.Await await) {
            CompletableFuture.anyOf(await.gate().opened().toCompletableFuture(), closed)
                    .join();
        } else if (step instanceof Step.Pause pause) {
            pause(pause.time());
        } else {
            closed.join();
        }
    }

    private void pause(Duration time) {
        closed.copy()
                .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void receive(int messages) throws IOException {
        for (int left = messages; left > 0; ) {
            Frame frame = connection.next();
            connection.answer(frame);
            left -= frame.fin() && !frame.isControl() ? 1 : 0;
        }
    }

    private void expect(Expected message) throws IOException {
        Frame frame = connection.next();
        while (frame.isControl()) {
            connection.answer(frame);
            frame = connection.next();
        }
        if (!connection.record().expects(frame)) {
            connection.close(message.refusal());
        }
    }

    private void echo() throws IOException {
        while (!wire.isClosed()) {
            Frame frame = connection.next();
            if (frame.isControl()) {
                connection.answer(frame);
            } else {
                Frame back = Frame.of(frame.opcode(), frame.payload());
                connection.write(frame.fin() ? back : back.notFinal());
            }
        }
    }

    /** What a request gets that is no opening handshake. */
    static Behaviour refusal(String problem) {
        return new Behaviour(
                new Answer.Reject(
                        400,
                        List.of(),
                        ("no WebSocket handshake: " + problem + "\n").getBytes(StandardCharsets.UTF_8),
                        0),
                List.of());
    }
}
