package org.scriptsocket.kit.peer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.CloseStatus;

/**
 * What a peer does with a connection: an answer to the handshake, then steps. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * server.on("/chat", Behaviour.accept().receive(1).send("hello").close(4001, "bye"));
 * server.on("/secret", Behaviour.reject(403).header("X-Why", "secret").body("go away"));
 * }</pre>
 */
public record Behaviour(Answer answer, List<Step> steps) {

    public Behaviour {
        steps = List.copyOf(steps);
    }

    /** Accepts, and is polite until steps are added. */
    public static Behaviour accept() {
        return new Behaviour(new Answer.Accept(List.of()), List.of());
    }

    /** Accepts, and sends back every message. */
    public static Behaviour echo() {
        return accept().then(new Step.Echo());
    }

    /** Answers with another status than 101, without a body until one is added, then FIN. */
    public static Behaviour reject(int status) {
        return new Behaviour(new Answer.Reject(status, List.of(), new byte[0], 0), List.of());
    }

    /** Answers with bytes as they are, one for each character. */
    public static Behaviour raw(String answer) {
        return new Behaviour(new Answer.Raw(answer.getBytes(StandardCharsets.ISO_8859_1)), List.of());
    }

    /** Takes the request and never answers, but for the steps that are added. */
    public static Behaviour silence() {
        return new Behaviour(new Answer.Silence(), List.of());
    }

    /** Ends by RST without an answer. */
    public static Behaviour refuse() {
        return silence().reset();
    }

    /** Adds a header to the answer; see {@link Answer.Accept} for names that it has already. */
    public Behaviour header(String name, String value) {
        HeaderField field = new HeaderField(name, value);
        if (answer instanceof Answer.Accept accept) {
            return new Behaviour(new Answer.Accept(plus(accept.headers(), field)), steps);
        }
        Answer.Reject reject = rejecting();
        return new Behaviour(
                new Answer.Reject(reject.status(), plus(reject.headers(), field), reject.body(), reject.missing()),
                steps);
    }

    /** Chooses this subprotocol, offered or not. */
    public Behaviour protocol(String name) {
        return header("Sec-WebSocket-Protocol", name);
    }

    /** The body of a refusal. */
    public Behaviour body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The body of a refusal. */
    public Behaviour body(byte... bytes) {
        Answer.Reject reject = rejecting();
        return new Behaviour(new Answer.Reject(reject.status(), reject.headers(), bytes, reject.missing()), steps);
    }

    /** A refusal whose body announces so many more bytes than ever come. */
    public Behaviour missing(long bytes) {
        Answer.Reject reject = rejecting();
        return new Behaviour(new Answer.Reject(reject.status(), reject.headers(), reject.body(), bytes), steps);
    }

    /** Holds the answer back until the test opens the gate. To be called last, after what adds to the answer. */
    public Behaviour answerAfter(Gate gate) {
        return new Behaviour(new Answer.Later(gate, answer), steps);
    }

    public Behaviour then(Step step) {
        return new Behaviour(answer, plus(steps, step));
    }

    public Behaviour send(String text) {
        return send(Frame.text(text));
    }

    public Behaviour send(Frame frame) {
        return then(new Step.Send(frame));
    }

    public Behaviour send(List<Frame> frames) {
        List<Step> all = new ArrayList<>(steps);
        frames.forEach(frame -> all.add(new Step.Send(frame)));
        return new Behaviour(answer, all);
    }

    public Behaviour sendRaw(byte... bytes) {
        return then(new Step.SendRaw(bytes));
    }

    public Behaviour receive(int messages) {
        return then(new Step.Receive(messages));
    }

    /** The next message must be this text; see {@link Step.Expect}. */
    public Behaviour expect(String text) {
        return expect(Expected.text(text));
    }

    /** The next message must be this one; see {@link Step.Expect}. */
    public Behaviour expect(Expected message) {
        return then(new Step.Expect(message));
    }

    public Behaviour awaitClose() {
        return then(new Step.AwaitClose());
    }

    public Behaviour close(int code, String reason) {
        return then(new Step.Close(new CloseStatus(code, reason)));
    }

    /** Closes by an empty Close frame. */
    public Behaviour close() {
        return then(new Step.Close(new CloseStatus(CloseStatus.NONE)));
    }

    public Behaviour ignore() {
        return then(new Step.Ignore());
    }

    public Behaviour stopReading() {
        return then(new Step.StopReading());
    }

    public Behaviour fin() {
        return then(new Step.Fin());
    }

    public Behaviour reset() {
        return then(new Step.Reset());
    }

    public Behaviour pause(Duration time) {
        return then(new Step.Pause(time));
    }

    public Behaviour await(Gate gate) {
        return then(new Step.Await(gate));
    }

    /** What its steps expect, in order. */
    List<Expected> expected() {
        return steps.stream()
                .filter(Step.Expect.class::isInstance)
                .map(step -> ((Step.Expect) step).message())
                .toList();
    }

    private Answer.Reject rejecting() {
        if (answer instanceof Answer.Reject reject) {
            return reject;
        }
        throw new IllegalStateException("only an answer that is no raw bytes and no silence has this");
    }

    private static <T> List<T> plus(List<T> all, T more) {
        List<T> longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }
}
