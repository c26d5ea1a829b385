package org.scriptsocket.docs.conformance;

import static org.scriptsocket.docs.conformance.Samples.CLOSE;
import static org.scriptsocket.docs.conformance.Samples.FRAGMENT_1;
import static org.scriptsocket.docs.conformance.Samples.FRAGMENT_2;
import static org.scriptsocket.docs.conformance.Samples.PING;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Family 7: Close frames, good and bad, and what comes after one. */
final class Closings {

    private static final Frame HELLO = Frame.text("Hello World!");
    private static final int[] VALID = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999};
    private static final int[] INVALID = {0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999};
    private static final int[] MORE_VALID = {1012, 1013, 1014, 3001, 4001};
    private static final int[] MORE_INVALID = {1, 125, 998, 1015, 1017, 1023, 2001, 5001, 9999, 32767, 32768, 65534};

    private Closings() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("7.1.1", "text, then Close", () -> Exchange.echo(HELLO)));
        cases.add(new Case("7.1.2", "two Close frames", () -> closed(CLOSE, Frame.of(Frame.CLOSE))));
        cases.add(new Case("7.1.3", "ping after Close", () -> closed(CLOSE, PING)));
        cases.add(new Case("7.1.4", "text after Close", () -> closed(CLOSE, HELLO)));
        cases.add(new Case("7.1.5", "Close between fragments", () -> closed(FRAGMENT_1, CLOSE, FRAGMENT_2)));
        cases.add(new Case("7.1.6", "256 KiB of text, text, Close, ping", Closings::large));
        cases.add(new Case(
                "7.3.1",
                "empty Close",
                () -> Exchange.open().send(Frame.of(Frame.CLOSE)).closedBy(1005)));
        cases.add(new Case(
                "7.3.2",
                "Close of one octet",
                () -> Exchange.refuse(Rule.HALF_A_CODE, Frame.of(Frame.CLOSE, (byte) 'a'))));
        cases.add(new Case("7.3.3", "Close with a code", () -> closed(CLOSE)));
        cases.add(new Case("7.3.4", "Close with a reason", () -> closed(1000, HELLO.payload())));
        cases.add(new Case(
                "7.3.5",
                "Close with the longest reason",
                () -> closed(1000, Samples.stars(123).payload())));
        cases.add(new Case(
                "7.3.6",
                "Close with a reason too long",
                () -> Exchange.refuse(
                        Rule.CONTROL_TOO_LONG,
                        Samples.close(1000, Samples.stars(124).payload()))));
        cases.add(new Case(
                "7.5.1",
                "Close with a reason that is no UTF-8",
                () -> Exchange.refuse(
                        Rule.REASON, Samples.close(1000, Octets.hex("cebae1bdb9cf83cebcceb5eda080656469746564")))));
        addValid(cases, "7.7.", VALID);
        addInvalid(cases, "7.9.", INVALID);
        addInvalid(cases, "7.13.", 5000, 65535);
        return new Family("7 closing", cases);
    }

    /** More codes, and every line of utf8.txt as a reason. */
    static Family each() {
        List<Case> cases = new ArrayList<>();
        addValid(cases, "close.valid.", MORE_VALID);
        addInvalid(cases, "close.invalid.", MORE_INVALID);
        for (Utf8Sample each : Utf8Sample.all()) {
            cases.add(new Case("close.reason." + each.id(), each.describe("reason"), () -> reason(each)));
        }
        cases.add(new Case(
                "close.after.invalid",
                "text after a Close with a bad code",
                () -> Exchange.refuse(Rule.closeCode(1005), Samples.close(1005), HELLO)));
        cases.add(new Case("close.after.masked", "a violation after Close", () -> closed(CLOSE, HELLO.asMasked())));
        cases.add(new Case("close.after.large", "1 MiB after Close", () -> closed(CLOSE, Samples.text(1 << 20))));
        cases.add(new Case(
                "close.octets",
                "Close with a reason, octet by octet",
                () -> Exchange.open()
                        .chop(1, Samples.close(4001, HELLO.payload()))
                        .closedBy(4001, HELLO.payload())));
        cases.add(new Case(
                "close.cut-text",
                "Close in the middle of a character",
                () -> closed(Utf8Texts.text((byte) 0xC3).notFinal(), CLOSE)));
        return new Family("closing", cases);
    }

    private static void addValid(List<Case> cases, String prefix, int... codes) {
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i];
            cases.add(new Case(prefix + (i + 1), "Close with " + code, () -> closed(code)));
        }
    }

    private static void addInvalid(List<Case> cases, String prefix, int... codes) {
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i];
            cases.add(new Case(
                    prefix + (i + 1),
                    "Close with " + code + ", which is no code for the wire",
                    () -> Exchange.refuse(Rule.closeCode(code), Samples.close(code))));
        }
    }

    /** Frames one of which is a Close with 1000. */
    private static Exchange closed(Frame... frames) {
        return Exchange.open().send(frames).closedBy(1000);
    }

    private static Exchange closed(int code, byte... reason) {
        return Exchange.open().send(Samples.close(code, reason)).closedBy(code, reason);
    }

    private static Exchange reason(Utf8Sample sample) {
        return sample.good()
                ? closed(4001, sample.octets())
                : Exchange.refuse(Rule.REASON, Samples.close(4001, sample.octets()));
    }

    private static Exchange large() {
        Frame text = Samples.text(262144);
        return Exchange.open()
                .send(text, HELLO, CLOSE, PING)
                .heardLate(text)
                .heardLate(HELLO)
                .closedBy(1000);
    }
}
