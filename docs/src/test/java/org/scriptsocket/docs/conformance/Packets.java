package org.scriptsocket.docs.conformance;

import static org.scriptsocket.docs.conformance.Samples.CLOSE;
import static org.scriptsocket.docs.conformance.Samples.HELLO;
import static org.scriptsocket.docs.conformance.Samples.PING_PAYLOAD;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Many frames in one packet, the 101 among them. */
final class Packets {

    private Packets() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        for (int size : new int[] {0, 1, 125, 126, 4096, 16384, 65536, 1 << 20}) {
            cases.add(new Case(
                    "packet.101." + size, "101 and text of " + size + " octets", () -> early(Samples.text(size))));
        }
        cases.add(new Case("packet.101.many", "101 and a hundred texts", () -> many(Exchange.openTogether(), 100)));
        cases.add(new Case(
                "packet.101.ping",
                "101 and ping",
                () -> Exchange.openTogether()
                        .send(PING_PAYLOAD)
                        .ponged(PING_PAYLOAD)
                        .closes()));
        cases.add(new Case("packet.101.fragment", "101 and a fragment, then the rest", Packets::fragment));
        cases.add(new Case(
                "packet.101.close",
                "101 and Close",
                () -> Exchange.openTogether().send(CLOSE).closedBy(1000)));
        cases.add(new Case(
                "packet.101.text-close",
                "101, text and Close",
                () -> Exchange.openTogether()
                        .send(HELLO, CLOSE)
                        .heardLate(HELLO)
                        .closedBy(1000)));
        cases.add(new Case(
                "packet.101.violation",
                "101 and a bad frame",
                () -> Exchange.openTogether().send(Frame.of(3)).fails(Rule.opcode(3))));
        cases.add(new Case(
                "packet.101.text-violation",
                "101, text and a bad frame",
                () -> Exchange.openTogether()
                        .send(HELLO, Frame.of(3))
                        .heardLate(HELLO)
                        .fails(Rule.opcode(3))));
        cases.add(new Case(
                "packet.101.no-text",
                "101 and text that is no UTF-8",
                () -> Exchange.openTogether().send(Utf8Texts.text((byte) 0xFF)).fails(Rule.TEXT)));
        for (int n : new int[] {2, 10, 256, 257, 2000}) {
            cases.add(new Case("packet.texts." + n, n + " texts in one go", () -> many(Exchange.open(), n)));
        }
        cases.add(new Case("packet.mixed", "texts, octets and pings in turn", Packets::mixed));
        cases.add(new Case("packet.close", "a hundred texts and Close", () -> closed(100)));
        return new Family("packets", cases);
    }

    private static Exchange early(Frame message) {
        return Exchange.openTogether().send(message).echoed(message).closes();
    }

    private static Exchange many(Exchange begun, int n) {
        Frame[] texts = texts(n);
        Exchange all = begun.send(texts);
        for (Frame text : texts) {
            all = all.echoed(text);
        }
        return all.closes();
    }

    private static Exchange closed(int n) {
        Frame[] texts = texts(n);
        Exchange all = Exchange.open().send(texts);
        for (Frame text : texts) {
            all = all.heardLate(text);
        }
        return all.send(CLOSE).closedBy(1000);
    }

    private static Frame[] texts(int n) {
        Frame[] all = new Frame[n];
        for (int i = 0; i < n; i++) {
            all[i] = Frame.text("text " + i);
        }
        return all;
    }

    private static Exchange fragment() {
        return Exchange.openTogether()
                .send(Samples.FRAGMENT_1)
                .pause(5)
                .send(Samples.FRAGMENT_2)
                .echoed(Samples.FRAGMENTS_1_2)
                .closes();
    }

    private static Exchange mixed() {
        Exchange all = Exchange.open();
        for (int i = 0; i < 50; i++) {
            Frame message = i % 2 == 0 ? Samples.text(i) : Samples.binary(i);
            Frame ping = Frame.ping("ping " + i);
            all = all.send(ping, message).ponged(ping).echoed(message);
        }
        return all.closes();
    }
}
