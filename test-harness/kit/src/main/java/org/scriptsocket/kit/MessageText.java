package org.scriptsocket.kit;

import java.util.Arrays;
import java.util.HexFormat;
import org.scriptsocket.transport.Message;

/** How a history shows a message: {@code text of 5 bytes "hello"}, {@code binary of 2 bytes 00ff}. */
final class MessageText {

    private static final int SHOWN = 60;

    private MessageText() {}

    static String of(Message message) {
        return message.type() == Message.Type.TEXT ? text(message) : binary(message);
    }

    /** Whether both are of the same type and have the same bytes. */
    static boolean same(Message one, Message other) {
        return one.type() == other.type() && one.payload().equals(other.payload());
    }

    private static String text(Message message) {
        String text = message.string();
        int shown = Math.min(SHOWN, text.length());
        return "text of " + message.length() + " bytes \"" + text.substring(0, shown) + "\""
                + (shown < text.length() ? "..." : "");
    }

    private static String binary(Message message) {
        byte[] start = Arrays.copyOf(message.bytes(), Math.min(SHOWN, message.length()));
        return "binary of " + message.length() + " bytes " + HexFormat.of().formatHex(start)
                + (start.length < message.length() ? "..." : "");
    }
}
