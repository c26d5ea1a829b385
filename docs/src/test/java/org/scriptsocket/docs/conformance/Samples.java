package org.scriptsocket.docs.conformance;

import org.scriptsocket.kit.peer.Frame;

/** Frames that many cases send. */
final class Samples {

    static final Frame HELLO = Frame.text("Hello, world!");
    static final Frame PING = Frame.of(Frame.PING);
    static final Frame PING_PAYLOAD = Frame.ping("ping payload");
    static final Frame FRAGMENT_1 = Frame.text("fragment1").notFinal();
    static final Frame FRAGMENT_2 = Frame.continuation("fragment2");
    static final Frame FRAGMENTS_1_2 = Frame.text("fragment1fragment2");
    static final Frame CLOSE = Frame.close(1000, "");

    /** Octets that are no UTF-8. */
    static final byte[] NO_TEXT = Octets.hex("00fffefdfcfb00ff");

    private static final byte[] LETTERS = Octets.utf8("BAsd7&jh23");
    private static final byte[] WILD = Octets.hex("00fe23faf0");

    private Samples() {}

    /** Text of so many octets. */
    static Frame text(int octets) {
        return Frame.of(Frame.TEXT, Octets.repeat(octets, LETTERS));
    }

    /** Octets of all kinds. */
    static Frame binary(int octets) {
        return Frame.of(Frame.BINARY, Octets.repeat(octets, WILD));
    }

    static Frame stars(int octets) {
        return Frame.of(Frame.TEXT, Octets.repeat(octets, (byte) '*'));
    }

    /** A Close frame with this code, allowed or not, and these octets as reason. */
    static Frame close(int code, byte... reason) {
        return Frame.of(Frame.CLOSE, Octets.join(new byte[] {(byte) (code >> 8), (byte) code}, reason));
    }
}
