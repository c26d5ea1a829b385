package org.scriptsocket.kit.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.Timers;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Expected;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Handshake;
import org.scriptsocket.kit.peer.PeerEnd;
import org.scriptsocket.kit.peer.PeerRecorder;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.HandshakeResponse;

/** Plays a behaviour on the other end of one connection. Everything but {@link PeerEnd} happens on the timers' thread. */
final class MemoryPeer implements PeerEnd {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[16]);
    private static final Step POLITE = new Step.Receive(Integer.MAX_VALUE);

    private final MemoryConnection client;
    private final Timers timers;
    private final Behaviour behaviour;
    private final Deque<Step> steps;
    private final RecordedConnection record;
    /** What the client has written and we have not read. */
    private final Deque<Frame> unread = new ArrayDeque<>();

    private int received;
    private boolean waiting;
    private boolean closeSent;
    private boolean closeReceived;
    private boolean finished;
    private boolean dead;
    private Runnable pause = () -> {};

    MemoryPeer(MemoryConnection client, Timers timers, Behaviour behaviour, PeerRecorder recorder) {
        this.client = client;
        this.timers = timers;
        this.behaviour = behaviour;
        steps = new ArrayDeque<>(behaviour.steps());
        record = recorder.begin(this);
    }

    void connected(ConnectRequest request) {
        record.saw(new Seen.Request("GET " + request.target() + " HTTP/1.1", headers(request)));
        record.plays(request.target(), behaviour);
        answer(behaviour.answer());
    }

    private void answer(Answer answer) {
        if (answer instanceof Answer.Later later) {
            later.gate().opened().thenRun(() -> timers.after(0, () -> answer(later.answer())));
            return;
        }
        record.sent(answer.getClass().getSimpleName());
        if (answer instanceof Answer.Accept accept) {
            client.accepted(new HandshakeResponse(101, Handshake.headers(accept, KEY), new byte[0]), KEY);
        } else if (answer instanceof Answer.Reject reject) {
            HandshakeResponse response =
                    new HandshakeResponse(reject.status(), Handshake.headers(reject), reject.body());
            client.refused(response, reject.missing() == 0);
        }
        run();
    }

    private static List<HeaderField> headers(ConnectRequest request) {
        List<HeaderField> all = new ArrayList<>(request.headers());
        all.add(new HeaderField("Upgrade", "websocket"));
        all.add(new HeaderField("Connection", "Upgrade"));
        all.add(new HeaderField("Sec-WebSocket-Version", "13"));
        all.add(new HeaderField("Sec-WebSocket-Key", KEY));
        return all;
    }

    void arrives(Frame frame) {
        unread.add(frame);
        run();
    }

    void ended(Seen.How how) {
        if (!dead) {
            dead = true;
            pause.run();
            record.saw(new Seen.Ended(how));
        }
    }

    @Override
    public void send(Frame frame) {
        timers.after(0, () -> give(frame));
    }

    @Override
    public void fin() {
        timers.after(0, this::finish);
    }

    @Override
    public void reset() {
        timers.after(0, this::cut);
    }

    private void run() {
        while (!dead) {
            Step step = steps.peek();
            if (!isDone(step == null ? POLITE : step)) {
                return;
            }
            steps.poll();
            received = 0;
        }
    }

    /** Does what can be done of a step now. */
    private boolean isDone(Step step) {
        if (step instanceof Step.Send send) {
            write(send.frame());
        } else if (step instanceof Step.Receive receive) {
            return receive(receive.messages());
        } else if (step instanceof Step.Expect expect) {
            return expect(expect.message());
        } else if (step instanceof Step.AwaitClose) {
            return awaitClose();
        } else if (step instanceof Step.Close close) {
            return close(close.status());
        } else if (step instanceof Step.Fin) {
            record.sent("FIN");
            finish();
        } else if (step instanceof Step.Reset) {
            record.sent("RST");
            cut();
        } else {
            return !isEndless(step) && hasWaited(step);
        }
        return true;
    }

    private boolean isEndless(Step step) {
        if (step instanceof Step.Echo) {
            for (Frame frame = next(); frame != null; frame = next()) {
                echo(frame);
            }
        } else if (step instanceof Step.Ignore) {
            while (next() != null) {}
        }
        return step instanceof Step.Echo || step instanceof Step.Ignore || step instanceof Step.StopReading;
    }

    private boolean hasWaited(Step step) {
        if (waiting) {
            return false;
        }
        waiting = true;
        if (step instanceof Step.Pause wait) {
            pause = timers.after(wait.time().toNanos(), this::goOn);
        } else if (step instanceof Step.Await await) {
            await.gate().opened().thenRun(() -> timers.after(0, this::goOn));
        }
        return false;
    }

    private void goOn() {
        waiting = false;
        steps.poll();
        run();
    }

    private boolean receive(int messages) {
        while (received < messages) {
            Frame frame = next();
            if (frame == null) {
                return false;
            }
            answer(frame);
            received += frame.isControl() ? 0 : 1;
        }
        return true;
    }

    private boolean expect(Expected message) {
        for (Frame frame = next(); frame != null; frame = next()) {
            if (frame.isControl()) {
                answer(frame);
            } else if (record.expects(frame)) {
                return true;
            } else {
                refuse(message);
                return false;
            }
        }
        return false;
    }

    /** What was to come after a message that did not come is not played. */
    private void refuse(Expected message) {
        steps.clear();
        steps.add(new Step.Close(message.refusal()));
        timers.after(0, this::run);
    }

    private boolean awaitClose() {
        while (!closeReceived) {
            if (next() == null) {
                return false;
            }
        }
        return true;
    }

    private boolean close(CloseStatus status) {
        if (!closeSent) {
            closeSent = true;
            write(Frame.close(status));
        }
        if (!awaitClose()) {
            return false;
        }
        finish();
        return true;
    }

    private void echo(Frame frame) {
        if (frame.isControl()) {
            answer(frame);
        } else {
            write(Frame.of(frame.opcode(), frame.payload().clone()));
        }
    }

    private void answer(Frame frame) {
        if (frame.opcode() == Frame.PING) {
            write(Frame.of(Frame.PONG, frame.payload()));
        } else if (frame.opcode() == Frame.CLOSE) {
            close(frame.status());
        }
    }

    private @Nullable Frame next() {
        Frame frame = dead ? null : unread.poll();
        if (frame != null) {
            closeReceived |= frame.opcode() == Frame.CLOSE;
            record.saw(new Seen.Received(frame));
            client.taken(frame);
        }
        return frame;
    }

    private void write(Frame frame) {
        record.sent(frame);
        give(frame);
    }

    private void give(Frame frame) {
        if (!finished) {
            client.arrives(frame);
        }
    }

    private void finish() {
        if (!finished) {
            finished = true;
            client.arrivesEnd(Seen.How.FIN);
        }
    }

    private void cut() {
        if (!dead) {
            dead = true;
            pause.run();
            client.arrivesEnd(Seen.How.RST);
        }
    }
}
