package org.scriptsocket.docs.faults;

import java.util.List;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.transport.CloseStatus;

/** What a peer does in the middle of a conversation. */
@SuppressWarnings("ImmutableEnumChecker") // never changed
public enum Kind {
    /** No fault at all. */
    NONE(Ending.never()),
    PINGS(Ending.never(), send(Frame.ping("?")), send(Frame.pong("!")), send(Frame.ping(""))),
    /** Reads, and answers nothing, no Close either. */
    SILENT(Ending.never(), new Step.Ignore()),
    STOPS_READING(Ending.never(), new Step.StopReading()),
    FIN(Ending.failed("Connection lost: "), new Step.Fin()),
    RST(Ending.failed("Connection lost: "), new Step.Reset()),
    CLOSE(Ending.closed(4001), new Step.Close(new CloseStatus(4001, "bye"))),
    CLOSE_EMPTY(Ending.closed(1005), new Step.Close(new CloseStatus(CloseStatus.NONE))),
    CLOSE_THEN_FIN(Ending.closed(1000), send(Frame.close(1000, "")), new Step.Fin()),
    CLOSE_THEN_RST(Ending.closed(1000), send(Frame.close(1000, "")), new Step.Reset()),
    CLOSE_THEN_MORE(Ending.closed(1001), send(Frame.close(1001, "")), send(Frame.text("more"))),
    CLOSE_THEN_SILENT(Ending.closed(1001), send(Frame.close(1001, "")), new Step.Ignore()),
    CLOSE_BAD(Ending.broken(1002), send(Frame.close(999, ""))),
    MASKED(Ending.broken(1002), send(Frame.text("masked").asMasked())),
    RESERVED_BIT(Ending.broken(1002), send(Frame.text("reserved").rsv(4))),
    BAD_OPCODE(Ending.broken(1002), send(Frame.of(3, (byte) 1))),
    BAD_ORDER(Ending.broken(1002)),
    BAD_LENGTH(Ending.broken(1002), send(Frame.ping("long").length(LengthForm.BITS_64))),
    BAD_UTF8(Ending.broken(1007)),
    FRAGMENTED_PING(Ending.broken(1002), send(Frame.ping("part").notFinal())),
    TOO_BIG(Ending.broken(1009)),
    VIOLATION_THEN_RST(Ending.broken(1002), send(Frame.of(11, (byte) 1)), new Step.Reset());

    private static final long HUGE = 1L << 30;

    private final Ending ending;
    private final List<Step> steps;

    Kind(Ending ending, Step... steps) {
        this.ending = ending;
        this.steps = List.of(steps);
    }

    Ending ending() {
        return ending;
    }

    /** @param within whether it comes between the fragments of a text message */
    List<Step> steps(boolean within) {
        int opcode = within ? Frame.CONTINUATION : Frame.TEXT;
        return switch (this) {
            case BAD_ORDER -> List.of(send(Frame.of(within ? Frame.TEXT : Frame.CONTINUATION, (byte) 'x')));
            case BAD_UTF8 -> List.of(send(Frame.of(opcode, (byte) 0xFF)));
            case TOO_BIG -> List.of(send(Frame.of(opcode, (byte) 'x').announcing(HUGE)), new Step.Ignore());
            default -> steps;
        };
    }

    /** Whether the peer goes on as if nothing were. */
    public boolean isHarmless() {
        return this == NONE || this == PINGS;
    }

    public boolean resets() {
        return steps.stream().anyMatch(Step.Reset.class::isInstance);
    }

    private static Step send(Frame frame) {
        return new Step.Send(frame);
    }
}
