package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Family 10, and more: long messages in many fragments. */
final class ManyFragments {

    private static final int MIB = 1 << 20;

    private ManyFragments() {}

    static Family family() {
        return new Family(
                "10 many fragments",
                List.of(new Case(
                        "10.1.1", "64 KiB of text in frames of 1300 octets", () -> echo(Samples.stars(65536), 1300))));
    }

    static Family each() {
        List<Case> cases = new ArrayList<>();
        for (int size : new int[] {64, 256, 1024, 4096, 16384, 65536, 262144, MIB}) {
            cases.add(new Case(
                    "fragments.text." + size,
                    "1 MiB of text in frames of " + size,
                    () -> echo(Samples.text(MIB), size)));
            cases.add(new Case(
                    "fragments.binary." + size,
                    "1 MiB of octets in frames of " + size,
                    () -> echo(Samples.binary(MIB), size)));
        }
        for (int at : new int[] {0, 1, 125, 126, 127, 4095, 4096, 4097, 65535, 65536, 65537}) {
            cases.add(new Case("fragments.cut." + at, "70000 octets in two frames, cut at " + at, () -> cutAt(at)));
        }
        cases.add(new Case(
                "fragments.16-mib", "16 MiB of text in frames of 64 KiB", () -> echo(Samples.text(16 * MIB), 65536)));
        cases.add(new Case("fragments.one", "5000 octets, one a frame", () -> echo(Samples.binary(5000), 1)));
        cases.add(new Case(
                "fragments.empty", "text of two letters with 1000 empty fragments between", () -> empty(1000)));
        cases.add(new Case("fragments.pings", "a ping after each of ten fragments", ManyFragments::pings));
        for (int opcode : new int[] {Frame.TEXT, Frame.BINARY}) {
            String type = opcode == Frame.TEXT ? "text" : "binary";
            cases.add(new Case(
                    "fragments.new-text-in-" + type,
                    "a new text in a message of " + type,
                    () -> newMessage(opcode, Frame.text("new"))));
            cases.add(new Case(
                    "fragments.new-binary-in-" + type,
                    "a new binary in a message of " + type,
                    () -> newMessage(opcode, Frame.binary((byte) 1).notFinal())));
            cases.add(new Case(
                    "fragments.more-after-" + type, "a continuation after the end of a " + type, () -> more(opcode)));
        }
        cases.add(new Case(
                "fragments.close",
                "Close in two fragments",
                () -> Exchange.refuse(Rule.CONTROL_IN_FRAGMENTS, Samples.CLOSE.notFinal(), Frame.continuation("x"))));
        return new Family("many fragments", cases);
    }

    /** In fragments of so many octets. */
    static Frame[] cut(Frame message, int octets) {
        byte[] all = message.payload();
        List<Frame> pieces = new ArrayList<>();
        for (int at = 0; at < all.length; at += octets) {
            byte[] piece = Arrays.copyOfRange(all, at, Math.min(at + octets, all.length));
            Frame frame = Frame.of(at == 0 ? message.opcode() : Frame.CONTINUATION, piece);
            pieces.add(at + octets < all.length ? frame.notFinal() : frame);
        }
        return pieces.toArray(Frame[]::new);
    }

    private static Exchange echo(Frame message, int octets) {
        return Exchange.open().send(cut(message, octets)).echoed(message).closes();
    }

    private static Exchange cutAt(int at) {
        Frame message = Samples.binary(70_000);
        byte[] octets = message.payload();
        Frame first = Frame.binary(Arrays.copyOf(octets, at)).notFinal();
        Frame second = Frame.of(Frame.CONTINUATION, Arrays.copyOfRange(octets, at, octets.length));
        return Exchange.open().send(first, second).echoed(message).closes();
    }

    private static Exchange empty(int n) {
        Frame[] between = new Frame[n];
        Arrays.fill(between, Frame.continuation("").notFinal());
        return Exchange.open()
                .send(Frame.text("a").notFinal())
                .send(between)
                .send(Frame.continuation("z"))
                .echoed(Frame.text("az"))
                .closes();
    }

    private static Exchange pings() {
        Frame message = Samples.binary(1000);
        Exchange all = Exchange.open();
        for (Frame piece : cut(message, 100)) {
            Frame ping = Frame.of(Frame.PING, piece.payload());
            all = piece.fin() ? all.send(piece) : all.send(piece, ping).ponged(ping);
        }
        return all.echoed(message).closes();
    }

    private static Exchange newMessage(int opcode, Frame other) {
        return Exchange.refuse(Rule.NEW_MESSAGE, Frame.of(opcode, (byte) 'a').notFinal(), other);
    }

    private static Exchange more(int opcode) {
        Frame whole = Frame.of(opcode, (byte) 'a');
        return Exchange.open()
                .send(whole, Frame.continuation("b"))
                .heardLate(whole)
                .fails(Rule.LONE_CONTINUATION);
    }
}
