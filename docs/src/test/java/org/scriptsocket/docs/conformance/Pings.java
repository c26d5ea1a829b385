package org.scriptsocket.docs.conformance;

import static org.scriptsocket.docs.conformance.Samples.PING_PAYLOAD;

import java.util.List;
import java.util.stream.IntStream;
import org.scriptsocket.kit.peer.Frame;

/** Family 2: pings are answered with the same payload, pongs are ignored, the script sees neither. */
final class Pings {

    private static final Frame LONGEST = Frame.of(Frame.PING, Octets.repeat(125, (byte) 0xFE));
    private static final Frame TOO_LONG = Frame.of(Frame.PING, Octets.repeat(126, (byte) 0xFE));
    private static final Frame[] TEN =
            IntStream.range(0, 10).mapToObj(i -> Frame.ping("payload-" + i)).toArray(Frame[]::new);

    private Pings() {}

    static Family family() {
        return new Family(
                "2 pings",
                List.of(
                        new Case("2.1", "empty ping", () -> answered(Samples.PING)),
                        new Case("2.2", "ping with text", () -> answered(Frame.ping("Hello, world!"))),
                        new Case("2.3", "ping with octets that are no UTF-8", () -> answered(binary())),
                        new Case("2.4", "ping of 125 octets", () -> answered(LONGEST)),
                        new Case("2.5", "ping of 126 octets", () -> Exchange.refuse(Rule.CONTROL_TOO_LONG, TOO_LONG)),
                        new Case(
                                "2.6",
                                "ping of 125 octets, octet by octet",
                                () -> ponged(open().chop(1, LONGEST), LONGEST)),
                        new Case(
                                "2.7",
                                "empty pong",
                                () -> open().send(Frame.of(Frame.PONG)).closes()),
                        new Case(
                                "2.8",
                                "pong with text",
                                () -> open().send(pong()).closes()),
                        new Case(
                                "2.9",
                                "pong, then ping",
                                () -> ponged(open().send(pong(), PING_PAYLOAD), PING_PAYLOAD)),
                        new Case("2.10", "ten pings in one packet", () -> ponged(open().send(TEN), TEN)),
                        new Case("2.11", "ten pings, octet by octet", () -> ponged(open().chop(1, TEN), TEN))));
    }

    private static Exchange open() {
        return Exchange.open();
    }

    private static Frame binary() {
        return Frame.of(Frame.PING, Samples.NO_TEXT);
    }

    private static Frame pong() {
        return Frame.pong("unsolicited pong");
    }

    private static Exchange answered(Frame ping) {
        return ponged(open().send(ping), ping);
    }

    private static Exchange ponged(Exchange sent, Frame... pings) {
        Exchange all = sent;
        for (Frame ping : pings) {
            all = all.ponged(ping);
        }
        return all.closes();
    }
}
