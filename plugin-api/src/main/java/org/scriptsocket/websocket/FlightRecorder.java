package org.scriptsocket.websocket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.websocket.FlightEvent.Kind;

/**
 * The last {@value #SIZE} events of one connection, always on: numbers in a ring that begins small, made sentences of only when
 * somebody reads them. It keeps nothing alive that a script has or a peer has sent. Thread-safe.
 */
final class FlightRecorder {

    static final int SIZE = 64;

    private static final int FIRST_SIZE = 4;
    private static final int KIND_SHIFT = 56;
    private static final long NUMBER = (1L << KIND_SHIFT) - 1;
    private static final Kind[] KINDS = Kind.values();

    private final ConnectionName name;
    private final NanoClock clock;
    private final long begin;
    /** Two for each event: its time, and its kind over its number. Doubled when full, up to the size; only then does it go round. */
    private long[] slots = new long[2 * FIRST_SIZE];
    /** The texts of the events that have one; null while none has. */
    private @Nullable String @Nullable [] texts;

    private long count;

    FlightRecorder(ConnectionName name, NanoClock clock) {
        this.name = name;
        this.clock = clock;
        begin = clock.nanoTime();
    }

    void add(Kind kind) {
        add(kind, 0, null);
    }

    void add(Kind kind, long number) {
        add(kind, number, null);
    }

    @SuppressWarnings("EnumOrdinal") // never leaves this object
    synchronized void add(Kind kind, long number, @Nullable String text) {
        int at = nextSlot();
        slots[2 * at] = clock.nanoTime() - begin;
        slots[2 * at + 1] = (long) kind.ordinal() << KIND_SHIFT | number;
        keep(at, text);
        count++;
    }

    void sent(Message message) {
        add(message.type() == Message.Type.TEXT ? Kind.SEND_TEXT : Kind.SEND_BINARY, message.length());
    }

    void opened(HandshakeResponse response) {
        add(Kind.OPENED, response.status());
    }

    void arrived(Message message) {
        add(message.type() == Message.Type.TEXT ? Kind.TEXT : Kind.BINARY, message.length());
    }

    void closed(CloseStatus status) {
        add(Kind.CLOSE, status.code(), status.reason());
    }

    void failed(String why) {
        add(Kind.FAILED, 0, why);
    }

    void delivered(Event event) {
        if (event instanceof Event.Received received) {
            add(Kind.MESSAGE_DELIVERED, received.content().length());
        } else if (event instanceof Event.Disconnected end) {
            add(Kind.DISCONNECTED_DELIVERED, end.status());
        } else {
            add(event instanceof Event.Connected ? Kind.CONNECTED_DELIVERED : Kind.ERROR_DELIVERED);
        }
    }

    /** What is kept, in order. */
    synchronized List<FlightEvent> events() {
        List<FlightEvent> events = new ArrayList<>();
        for (long i = lost(); i < count; i++) {
            events.add(event((int) (i % size())));
        }
        return List.copyOf(events);
    }

    /** The name of the connection, and a line for each event. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.toString());
        long earlier = lost();
        if (earlier > 0) {
            text.append(", after ").append(earlier).append(" earlier events");
        }
        events().forEach(event -> text.append('\n').append(event));
        return text.toString();
    }

    private synchronized long lost() {
        return Math.max(0, count - SIZE);
    }

    private int size() {
        return slots.length / 2;
    }

    private int nextSlot() {
        if (count == size() && count < SIZE) {
            slots = Arrays.copyOf(slots, 2 * slots.length);
            texts = texts == null ? null : Arrays.copyOf(texts, size());
        }
        return (int) (count % size());
    }

    private void keep(int at, @Nullable String text) {
        if (texts != null) {
            texts[at] = text;
        } else if (text != null) {
            texts = new String[size()];
            texts[at] = text;
        }
    }

    private FlightEvent event(int at) {
        long what = slots[2 * at + 1];
        Kind kind = KINDS[(int) (what >>> KIND_SHIFT)];
        String text = kind == Kind.CONNECT ? name.origin() : texts == null ? null : texts[at];
        return new FlightEvent(Duration.ofNanos(slots[2 * at]), kind, what & NUMBER, text == null ? "" : text);
    }
}
