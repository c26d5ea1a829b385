package org.scriptsocket.docs.conformance;

import java.util.List;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.peer.Seen;

/**
 * One thing that the wire is to see.
 *
 * @param must false if it may come or not
 */
record WireLine(String line, boolean must) {

    /** Whether these came, in this order, and nothing else. */
    static boolean match(List<WireLine> expected, List<String> seen) {
        int at = 0;
        for (WireLine each : expected) {
            if (at < seen.size() && each.isShownBy(seen.get(at))) {
                at++;
            } else if (each.must) {
                return false;
            }
        }
        return at == seen.size();
    }

    /** How the table shows what came. */
    static String of(Seen seen) {
        return seen instanceof Seen.Received received ? of(received.frame()) : seen.toString();
    }

    static String of(Frame frame) {
        return name(frame.opcode()) + flaws(frame) + " " + content(frame);
    }

    /** Where the server has closed, what reason we give is left to us. */
    private boolean isShownBy(String seen) {
        return seen.equals(line) || line.startsWith("CLOSE ") && seen.startsWith(line + " ");
    }

    private static String name(int opcode) {
        return switch (opcode) {
            case Frame.TEXT -> "TEXT";
            case Frame.BINARY -> "BINARY";
            case Frame.CLOSE -> "CLOSE";
            case Frame.PING -> "PING";
            case Frame.PONG -> "PONG";
            default -> "opcode " + opcode;
        };
    }

    /** What no frame of ours may have: CONTRACT 6.2. */
    private static String flaws(Frame frame) {
        return (frame.fin() ? "" : " (not final)")
                + (frame.rsv() == 0 ? "" : " (rsv " + frame.rsv() + ")")
                + (frame.masked() ? "" : " (no mask)")
                + (frame.length() == LengthForm.SHORTEST ? "" : " (long form of the length)");
    }

    private static String content(Frame frame) {
        if (frame.opcode() != Frame.CLOSE) {
            return Octets.identify(frame.payload());
        }
        return frame.payload().length == 0
                ? "empty"
                : frame.status().code() + " "
                        + Octets.show(Octets.utf8(frame.status().reason()));
    }
}
