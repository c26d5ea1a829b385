package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Family 6: text that is UTF-8, and text that is not. */
final class Utf8Texts {

    private static final Frame UMLAUTS = Frame.text("Hello-µ@ßöäüàá-UTF-8!!");
    private static final byte[] KOSME = Octets.hex("cebae1bdb9cf83cebcceb5");
    /** U+110000, which is none: wrong from its second octet. */
    private static final byte[] BEYOND = Octets.hex("f4908080");

    private static final byte[] EDITED = Octets.utf8("edited");
    private static final Frame SURROGATE = text(Octets.join(KOSME, Octets.hex("eda080"), EDITED));

    private Utf8Texts() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("6.1.1", "empty text", () -> Exchange.echo(text())));
        cases.add(new Case("6.1.2", "three empty fragments", () -> middle("")));
        cases.add(new Case("6.1.3", "three fragments, first and last empty", () -> middle("middle frame payload")));
        cases.add(new Case("6.2.1", "letters of two octets", () -> Exchange.echo(UMLAUTS)));
        cases.add(new Case("6.2.2", "the same, cut between two letters", () -> Cuts.two(UMLAUTS, 15)));
        cases.add(new Case("6.2.3", "the same, an octet a fragment", () -> Cuts.octets(UMLAUTS)));
        cases.add(new Case("6.2.4", "Greek, an octet a fragment", () -> Cuts.octets(text(KOSME))));
        cases.add(new Case("6.3.1", "a surrogate", () -> Exchange.refuse(Rule.TEXT, SURROGATE)));
        cases.add(new Case(
                "6.3.2",
                "a surrogate, an octet a fragment",
                () -> Exchange.refuse(
                        Rule.TEXT, SURROGATE.split(SURROGATE.payload().length).toArray(Frame[]::new))));
        cases.add(new Case("6.4.1", "told at the wrong fragment", () -> fragment(KOSME, BEYOND)));
        cases.add(new Case(
                "6.4.2",
                "told at the fragment with the wrong octet",
                () -> fragment(Octets.join(KOSME, Octets.hex("f4")), Octets.hex("90"))));
        cases.add(new Case("6.4.3", "told at the wrong part of a frame", () -> part(KOSME, BEYOND)));
        cases.add(new Case(
                "6.4.4",
                "told at the part of a frame with the wrong octet",
                () -> part(Octets.join(KOSME, Octets.hex("f4")), Octets.hex("90"))));
        Utf8Sample.all().forEach(each -> cases.add(new Case(each.id(), each.describe("text"), () -> judge(each))));
        return new Family("6 UTF-8", cases);
    }

    private static Exchange judge(Utf8Sample sample) {
        Frame text = text(sample.octets());
        return sample.good() ? Exchange.echo(text) : Exchange.refuse(Rule.TEXT, text);
    }

    static Frame text(byte... octets) {
        return Frame.of(Frame.TEXT, octets);
    }

    private static Exchange middle(String text) {
        Frame last = Frame.continuation("");
        Frame middle = Frame.continuation(text).notFinal();
        return Exchange.open()
                .send(text().notFinal(), middle, last)
                .echoed(Frame.text(text))
                .closes();
    }

    /** The pong shows that the first fragment is no error; the end of the message never comes. */
    private static Exchange fragment(byte[] good, byte[] bad) {
        Frame continuation = Frame.of(Frame.CONTINUATION, bad).notFinal();
        return Exchange.open()
                .send(text(good).notFinal(), Samples.PING_PAYLOAD)
                .pause(20)
                .send(continuation)
                .ponged(Samples.PING_PAYLOAD)
                .fails(Rule.TEXT);
    }

    /** The end of the frame never comes. */
    private static Exchange part(byte[] good, byte[] bad) {
        byte[] frame = text(Octets.join(KOSME, BEYOND, EDITED)).encode();
        int begin = 2 + good.length;
        return Exchange.open()
                .raw(Arrays.copyOf(frame, begin))
                .pause(20)
                .raw(Arrays.copyOfRange(frame, begin, begin + bad.length))
                .fails(Rule.TEXT);
    }
}
