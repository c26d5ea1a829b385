package org.scriptsocket.kit.peer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.scriptsocket.transport.CloseStatus;

/**
 * The message that a peer expects next.
 *
 * @param what how a failure names it, such as {@code TEXT 2 "hi"}
 * @param message is asked on the peer's thread, once for a frame
 */
public record Expected(String what, Predicate<Frame> message) {

    private static final int POLICY_VIOLATION = 1008;
    /** What a Close frame has room for (RFC 6455, section 5.5). */
    private static final int LONGEST_REASON = 123;

    /** This text message. */
    public static Expected text(String text) {
        return exactly(Frame.text(text));
    }

    /** This binary message. */
    public static Expected binary(byte... bytes) {
        return exactly(Frame.binary(bytes));
    }

    /** A message of the same kind with the same bytes. */
    public static Expected exactly(Frame wanted) {
        return new Expected(
                wanted.toString(),
                frame -> frame.opcode() == wanted.opcode() && Arrays.equals(frame.payload(), wanted.payload()));
    }

    /** For a peer: how it closes when another message comes. */
    public CloseStatus refusal() {
        String reason = "expected " + what;
        boolean fits = reason.getBytes(StandardCharsets.UTF_8).length <= LONGEST_REASON;
        return new CloseStatus(POLICY_VIOLATION, fits ? reason : "expected another message");
    }

    boolean isMetBy(Frame frame) {
        return message.test(frame);
    }

    @Override
    public String toString() {
        return what;
    }
}
