package org.scriptsocket.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.scriptsocket.policy.Secrets;
import org.scriptsocket.transport.FrameObserver.Direction;

/** A frame as a line for people: {@code OUT TEXT fin=1 length=5 "hello"}. */
public final class FrameLine {

    private static final int SHOWN = 64;
    private static final int CLOSE = 8;
    private static final String[] NAMES = {
        "CONTINUATION", "TEXT", "BINARY", "3", "4", "5", "6", "7", "CLOSE", "PING", "PONG"
    };

    private FrameLine() {}

    /** The arguments are those of {@link FrameObserver#onFrame}; the payload is left as it is. Secrets are hidden. */
    public static String of(Direction direction, int opcode, boolean fin, long length, ByteBuffer payload) {
        StringBuilder line = new StringBuilder()
                .append(direction)
                .append(' ')
                .append(opcode < NAMES.length ? NAMES[opcode] : String.valueOf(opcode))
                .append(" fin=")
                .append(fin ? 1 : 0)
                .append(" length=")
                .append(length);
        ByteBuffer rest = payload.duplicate();
        if (opcode == CLOSE && rest.remaining() >= 2) {
            line.append(" code=").append(rest.getShort() & 0xFFFF);
        }
        return rest.hasRemaining()
                ? line + " " + beginning(rest, length - (rest.position() - payload.position()))
                : line.toString();
    }

    private static String beginning(ByteBuffer payload, long length) {
        byte[] bytes = new byte[Math.min(SHOWN, payload.remaining())];
        payload.get(bytes);
        StringBuilder text = new StringBuilder("\"");
        Secrets.hide(new String(bytes, StandardCharsets.ISO_8859_1)).chars().forEach(c -> escape(text, c));
        return text.append('"').append(bytes.length < length ? "..." : "").toString();
    }

    private static void escape(StringBuilder text, int c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append((char) c);
        } else if (c >= ' ' && c < 0x7F) {
            text.append((char) c);
        } else {
            text.append(String.format("\\x%02x", c));
        }
    }
}
