package org.scriptsocket.websocket;

import java.time.Duration;
import java.util.Locale;
import org.scriptsocket.policy.Secrets;

/**
 * One line of a connection's flight recorder.
 *
 * @param at since {@code connect}
 * @param kind what happened
 * @param number the length, the status or the code that belongs to it, else 0
 * @param text the address, the reason or the failure that belongs to it, else the empty string
 */
public record FlightEvent(Duration at, Kind kind, long number, String text) {

    private static final int SHOWN = 300;

    /** What happened; the sentence of each takes the number and the text. */
    public enum Kind {
        CONNECT("called connect to %2$s"),
        SEND_TEXT("called send, text of %1$d bytes"),
        SEND_BINARY("called send, binary of %1$d bytes"),
        DISCONNECT("called disconnect"),
        INSTANCE_CLOSED("the instance was closed, %1$d"),
        OPENED("arrived: opened, status %1$d"),
        TEXT("arrived: text of %1$d bytes"),
        BINARY("arrived: binary of %1$d bytes"),
        CLOSE("arrived: Close %1$d '%2$s'"),
        FAILED("arrived: failure, %2$s"),
        CONNECTED_DELIVERED("delivered CONNECTED"),
        MESSAGE_DELIVERED("delivered MESSAGE of %1$d bytes"),
        ERROR_DELIVERED("delivered ERROR"),
        DISCONNECTED_DELIVERED("delivered DISCONNECTED, code %1$d");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Milliseconds since {@code connect}, and the sentence. */
    @Override
    public String toString() {
        double millis = at.toNanos() / 1e6;
        String what = String.format(Locale.ROOT, kind.sentence, number, LogText.safe(Secrets.hide(text), SHOWN));
        return String.format(Locale.ROOT, "%10.3f ms  %s", millis, what);
    }
}
