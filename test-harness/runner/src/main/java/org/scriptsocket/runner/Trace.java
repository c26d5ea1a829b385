package org.scriptsocket.runner;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.scriptsocket.policy.Secrets;
import org.scriptsocket.transport.FrameLine;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.Message;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.Event;
import org.scriptsocket.websocket.EventObserver;
import org.scriptsocket.websocket.FrameObservers;

/** Writes each event to the standard error, just before the script gets it, and each frame. */
final class Trace implements EventObserver, FrameObservers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int SHOWN = 100;

    private final PrintStream err;

    Trace(PrintStream err) {
        this.err = err;
    }

    @Override
    public void onEvent(Connection connection, Event event) {
        write(connection.toString(), event.label() + Secrets.hide(details(event)));
    }

    @Override
    public FrameObserver of(String connection) {
        return (direction, opcode, fin, length, payload) ->
                write(connection, "frame " + FrameLine.of(direction, opcode, fin, length, payload));
    }

    /** The time of day, to the millisecond. */
    static String now() {
        return LocalTime.now(ZoneId.systemDefault()).format(TIME);
    }

    private void write(String connection, String what) {
        String line = ErrorReport.visible(now() + " " + connection + " " + what);
        err.println(line.replace("\n", "\\10"));
    }

    private static String details(Event event) {
        if (event instanceof Event.Connected connected) {
            return " status=" + connected.response().status();
        } else if (event instanceof Event.Received received) {
            return " " + content(received.content());
        } else if (event instanceof Event.Failed failed) {
            return " " + failed.message();
        } else if (event instanceof Event.Disconnected end) {
            return " code=" + end.status() + (end.reason().isEmpty() ? "" : " reason=" + end.reason());
        }
        return "";
    }

    private static String content(Message message) {
        String size = message.type() + " " + message.length() + " bytes";
        return message.type() == Message.Type.TEXT ? size + " " + beginning(message) : size;
    }

    private static String beginning(Message message) {
        ByteBuffer bytes = message.payload();
        ByteBuffer first = bytes.slice(bytes.position(), Math.min(SHOWN, message.length()));
        String text = StandardCharsets.UTF_8.decode(first).toString();
        return message.length() > SHOWN ? text + "..." : text;
    }
}
