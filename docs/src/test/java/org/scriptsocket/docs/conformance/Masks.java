package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** Masked frames, which no server may send. */
final class Masks {

    private Masks() {}

    static Family family() {
        List<Case> cases = new ArrayList<>();
        add(cases, "text", Samples.HELLO);
        add(cases, "empty-text", Frame.text(""));
        add(cases, "binary", Samples.binary(5));
        add(cases, "large-binary", Samples.binary(70_000));
        add(cases, "first-fragment", Samples.FRAGMENT_1);
        add(cases, "continuation", Samples.FRAGMENT_2, Samples.FRAGMENT_1);
        add(cases, "ping", Samples.PING_PAYLOAD);
        add(cases, "ping-between", Samples.PING, Samples.FRAGMENT_1);
        add(cases, "pong", Frame.pong("pong"));
        add(cases, "close", Samples.CLOSE);
        add(cases, "empty-close", Frame.of(Frame.CLOSE));
        return new Family("masks", cases);
    }

    private static void add(List<Case> cases, String name, Frame frame, Frame... before) {
        cases.add(new Case(
                "mask." + name,
                "masked " + name.replace('-', ' '),
                () -> Exchange.open().send(before).send(frame.asMasked()).fails(Rule.MASKED)));
    }
}
