package org.scriptsocket.kit.peer;

import java.time.Duration;
import org.scriptsocket.transport.CloseStatus;

/**
 * One thing that a peer does after its answer to the handshake. A peer whose steps are done is polite: it reads, answers pings and
 * Close, and sends nothing.
 */
public sealed interface Step {

    /** Sends one frame, whatever it is. */
    record Send(Frame frame) implements Step {}

    /** Sends bytes as they are. Not played by the in-memory transport. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record SendRaw(byte[] bytes) implements Step {}

    /** Reads until so many messages have arrived, counted from here; pings are answered. */
    record Receive(int messages) implements Step {}

    /**
     * Reads the next message, which must be this one; pings are answered. If it is another, that is recorded, and the peer closes
     * with 1008; if the connection ends before it, that is recorded too. See {@link Peers#unmet}.
     */
    record Expect(Expected message) implements Step {}

    /** Reads until the Close frame of the other side has arrived, and does not answer it. */
    record AwaitClose() implements Step {}

    /** Closes properly: Close frame, the answer to it, FIN. Answers with this status if the other side was first. */
    record Close(CloseStatus status) implements Step {}

    /** From here on sends back every message, and is polite. Never ends by itself. */
    record Echo() implements Step {}

    /** Reads and answers nothing at all, no Close either. Never ends by itself. */
    record Ignore() implements Step {}

    /** Does not even read. Never ends by itself. */
    record StopReading() implements Step {}

    /** Ends its direction of the connection without a Close frame, and reads on. */
    record Fin() implements Step {}

    /** Ends the connection by RST. */
    record Reset() implements Step {}

    /** Waits, by the peer's clock. */
    record Pause(Duration time) implements Step {}

    /** Waits until the test opens the gate. */
    record Await(Gate gate) implements Step {}
}
