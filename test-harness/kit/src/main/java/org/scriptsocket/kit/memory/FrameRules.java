package org.scriptsocket.kit.memory;

import java.nio.ByteBuffer;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Utf8Check;

/** What a client checks of each frame by itself (RFC 6455, section 5.2 and 5.5). */
final class FrameRules {

    private static final int LONGEST_CONTROL = 125;

    private FrameRules() {}

    static void check(Frame frame) throws BrokenRule {
        if (frame.masked()) {
            throw BrokenRule.protocol("masked frame from the server");
        }
        if (frame.rsv() != 0) {
            throw BrokenRule.protocol("reserved bit set");
        }
        int kind = frame.opcode() & 7;
        if (kind > 2) {
            throw BrokenRule.protocol("unknown opcode " + frame.opcode());
        }
        if (frame.length() != LengthForm.SHORTEST) {
            throw BrokenRule.protocol("length not in its shortest form");
        }
        if (frame.isControl()) {
            checkControl(frame);
        }
    }

    private static void checkControl(Frame frame) throws BrokenRule {
        if (!frame.fin()) {
            throw BrokenRule.protocol("fragmented control frame");
        }
        if (frame.payload().length > LONGEST_CONTROL) {
            throw BrokenRule.protocol("control frame of " + frame.payload().length + " bytes");
        }
        if (frame.opcode() == Frame.CLOSE) {
            checkClose(frame);
        }
    }

    private static void checkClose(Frame frame) throws BrokenRule {
        byte[] payload = frame.payload();
        if (payload.length == 1) {
            throw BrokenRule.protocol("Close frame with one byte");
        }
        if (payload.length > 1 && !CloseStatus.isValid(frame.status().code())) {
            throw BrokenRule.protocol(
                    "Close frame with the code " + frame.status().code());
        }
        Utf8Check utf8 = new Utf8Check();
        boolean good = payload.length < 2 || utf8.accept(ByteBuffer.wrap(payload, 2, payload.length - 2));
        if (!good || !utf8.complete()) {
            throw BrokenRule.data("Close frame with a reason that is not valid UTF-8");
        }
    }
}
