package org.scriptsocket.docs.faults;

import java.util.List;
import org.scriptsocket.kit.peer.Frame;

/** A message of a peer: its text names it, so that a lost, doubled or misplaced one shows. */
public record Said(String text, boolean binary, int fragments, int pauseMillis) {

    List<Frame> frames() {
        Frame whole = Frame.text(text);
        Frame frame = binary ? Frame.of(Frame.BINARY, whole.payload()) : whole;
        return frame.split(fragments);
    }

    /** How the script tells of it: the text, and its DATA_TYPE. */
    String told() {
        return (binary ? 2 : 1) + " " + text;
    }

    Said asFragmentedText() {
        return new Said(text, false, 3, pauseMillis);
    }

    @Override
    public String toString() {
        String shown = text.length() > 20 ? text.substring(0, 20) + "... " + text.length() : text;
        return (binary ? "binary '" : "text '") + shown + "' in " + fragments;
    }
}
