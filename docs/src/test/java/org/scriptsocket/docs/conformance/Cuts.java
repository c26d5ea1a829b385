package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Text in fragments that cut characters, and frames in packets that cut heads. */
final class Cuts {

    /** Characters of one to four octets, and of four made of two. */
    private static final Frame MIXED = Frame.text("aµ€\uD83D\uDE00ż\uD834\uDD1Ez");

    private Cuts() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        for (Utf8Sample each : Utf8Sample.all()) {
            cases.add(new Case(
                    "cut.octets." + each.id(), each.describe("text, an octet a fragment,"), () -> octets(each)));
        }
        for (int at = 0; at <= MIXED.payload().length; at++) {
            int cut = at;
            cases.add(
                    new Case("cut.mixed." + cut, "mixed text in two fragments, cut at " + cut, () -> two(MIXED, cut)));
            cases.add(new Case("cut.ping." + cut, "the same with a ping between", () -> pinged(cut)));
            cases.add(new Case("cut.half." + cut, "mixed text that ends at " + cut, () -> half(cut)));
        }
        return new Family("cut characters", cases);
    }

    /** Packets that end at each octet of a head, and just after it. */
    static Family heads() {
        List<Case> cases = new ArrayList<>();
        for (int size : new int[] {5, 126, 65536}) {
            int head = size > 65535 ? 10 : size > 125 ? 4 : 2;
            for (int at = 1; at <= head + 1; at++) {
                int cut = at;
                cases.add(new Case(
                        "head." + size + "." + cut,
                        "a frame of " + size + " octets after another, cut at " + cut,
                        () -> head(size, cut)));
            }
        }
        return new Family("cut heads", cases);
    }

    /** In two fragments. */
    static Exchange two(Frame text, int cut) {
        return Exchange.open().send(pieces(text, cut)).echoed(text).closes();
    }

    /** An octet a fragment. */
    static Exchange octets(Frame text) {
        return Exchange.open()
                .send(text.split(Math.max(1, text.payload().length)).toArray(Frame[]::new))
                .echoed(text)
                .closes();
    }

    private static Exchange octets(Utf8Sample sample) {
        Frame text = Utf8Texts.text(sample.octets());
        return sample.good()
                ? octets(text)
                : Exchange.refuse(Rule.TEXT, text.split(text.payload().length).toArray(Frame[]::new));
    }

    private static Exchange pinged(int cut) {
        Frame[] pieces = pieces(MIXED, cut);
        return Exchange.open()
                .frameWise(pieces[0], Samples.PING_PAYLOAD, pieces[1])
                .ponged(Samples.PING_PAYLOAD)
                .echoed(MIXED)
                .closes();
    }

    private static Exchange half(int cut) {
        byte[] octets = Arrays.copyOf(MIXED.payload(), cut);
        boolean whole = cut == MIXED.payload().length || (MIXED.payload()[cut] & 0xC0) != 0x80;
        return whole ? Exchange.echo(Utf8Texts.text(octets)) : Exchange.refuse(Rule.TEXT, Utf8Texts.text(octets));
    }

    private static Exchange head(int size, int cut) {
        Frame message = Samples.binary(size);
        byte[] bytes = message.encode();
        return Exchange.open()
                .send(Samples.HELLO)
                .raw(Arrays.copyOf(bytes, cut))
                .pause(3)
                .raw(Arrays.copyOfRange(bytes, cut, bytes.length))
                .echoed(Samples.HELLO)
                .echoed(message)
                .closes();
    }

    private static Frame[] pieces(Frame text, int cut) {
        byte[] octets = text.payload();
        return new Frame[] {
            Frame.of(text.opcode(), Arrays.copyOf(octets, cut)).notFinal(),
            Frame.of(Frame.CONTINUATION, Arrays.copyOfRange(octets, cut, octets.length))
        };
    }
}
