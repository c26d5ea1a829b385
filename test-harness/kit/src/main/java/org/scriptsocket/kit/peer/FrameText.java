package org.scriptsocket.kit.peer;

import java.util.Arrays;
import java.util.HexFormat;
import org.scriptsocket.transport.CloseStatus;

/** How a history shows a frame: {@code TEXT 5 "hello"}, {@code CLOSE 1000 ""}. */
final class FrameText {

    private static final int SHOWN = 60;

    private FrameText() {}

    static String of(Frame frame) {
        return name(frame) + flags(frame) + " " + content(frame);
    }

    private static String name(Frame frame) {
        return switch (frame.opcode()) {
            case Frame.CONTINUATION -> "CONTINUATION";
            case Frame.TEXT -> "TEXT";
            case Frame.BINARY -> "BINARY";
            case Frame.CLOSE -> "CLOSE";
            case Frame.PING -> "PING";
            case Frame.PONG -> "PONG";
            default -> "opcode " + frame.opcode();
        };
    }

    private static String flags(Frame frame) {
        return (frame.fin() ? "" : " (not final)") + (frame.rsv() == 0 ? "" : " (rsv " + frame.rsv() + ")");
    }

    private static String content(Frame frame) {
        if (frame.opcode() == Frame.CLOSE) {
            CloseStatus status = frame.status();
            return status.code() + " \"" + status.reason() + "\"";
        }
        byte[] start = Arrays.copyOf(frame.payload(), Math.min(SHOWN, frame.payload().length));
        String more = start.length < frame.payload().length ? "..." : "";
        String text = frame.opcode() == Frame.BINARY
                ? HexFormat.of().formatHex(start)
                : "\""
                        + frame.string()
                                .substring(0, Math.min(SHOWN, frame.string().length())) + "\"";
        return frame.payload().length + " " + text + more;
    }
}
