package org.scriptsocket.docs.faults;

import java.util.List;
import java.util.Objects;
import org.scriptsocket.docs.faults.Told.What;

/** What holds for every connection, whatever its peer and its script did. */
final class Rules {

    /** What a socket takes in any case, while nobody reads. */
    private static final int ON_THE_WAY = 60_000;

    private final Story story;
    private final List<Told> told;
    private final List<Told> events;

    private Rules(Story story) {
        this.story = story;
        told = story.told();
        events = story.events();
    }

    static void check(Story story) {
        Rules rules = new Rules(story);
        if (!story.has(What.CONNECT)) {
            require(rules.events.isEmpty(), "an event of what was never connected");
            return;
        }
        rules.once();
        rules.order();
        rules.error();
        rules.messages();
        rules.leaving();
        rules.ending();
    }

    private void once() {
        require(!story.has(What.MIXED_UP), "a callback with a self or a connection that is not its own");
        int ends = story.all(What.DISCONNECTED).size();
        require(ends == 1 || ends == 0 && story.closed() < told.size(), ends + " times DISCONNECTED");
        require(ends == 0 || last().what() == What.DISCONNECTED, "DISCONNECTED is not the last event");
        require(
                told.subList(story.closed(), told.size()).stream()
                        .noneMatch(each -> each.what().isEvent()),
                "an event after the instance was closed");
    }

    private void order() {
        require(story.all(What.CONNECTED).size() <= 1, "CONNECTED twice");
        boolean talks = story.has(What.CONNECTED) || story.has(What.MESSAGE);
        require(!talks || events.get(0).what() == What.CONNECTED, "CONNECTED is not the first event");
        require(!talks || story.plan().fault() instanceof StreamFault, "CONNECTED after a bad handshake");
    }

    private void error() {
        List<Told> errors = story.all(What.ERROR);
        require(errors.size() <= 1, "ERROR twice");
        if (!errors.isEmpty() && story.has(What.DISCONNECTED)) {
            Told error = events.get(events.size() - 2);
            require(error.what() == What.ERROR, "ERROR is not directly before DISCONNECTED");
            require(error.update() == last().update(), "DISCONNECTED not in the update of ERROR");
        }
    }

    private void messages() {
        List<String> whole = story.plan().whole();
        List<String> came = story.messages();
        require(
                came.size() <= whole.size() && came.equals(whole.subList(0, came.size())),
                "a message doubled, out of order or never sent whole");
    }

    private void leaving() {
        if (!story.isLeft()) {
            return;
        }
        int at = story.left();
        List<Told> after = told.subList(at, told.size()).stream()
                .filter(each -> each.what().isEvent())
                .toList();
        require(after.size() <= 1, "another event than DISCONNECTED after disconnect");
        for (Told end : after) {
            boolean connected = told.subList(0, at).stream().anyMatch(each -> each.what() == What.CONNECTED);
            require(end.what() == What.DISCONNECTED, "ERROR after disconnect");
            require(end.update() == told.get(at).update() + 1, "DISCONNECTED not in the update after disconnect");
            require(end.code() == (connected ? 1000 : 1006), "the code of a disconnect is " + end.code());
        }
    }

    private void ending() {
        if (story.isLeft() && told.get(story.left()).what() == What.DISCONNECT
                || story.isCut() && told.get(story.closed()).what() == What.CLOSED
                || isExcused()) {
            return;
        }
        require(story.messages().equals(story.plan().whole()), "a message that arrived whole was lost");
        if (!story.isLeft() && !story.isCut()) {
            ending(story.plan().fault().ending());
        }
    }

    private void ending(Ending expected) {
        List<Told> errors = story.all(What.ERROR);
        require(expected.comes(), "it ended by itself");
        if (expected.error() == null) {
            require(errors.isEmpty(), "ERROR after a Close");
        } else {
            require(errors.size() == 1 && errors.get(0).text().startsWith(expected.error()), "the wrong ERROR");
        }
        require(
                !story.has(What.DISCONNECTED) || last().code() == expected.code(),
                "DISCONNECTED with " + (events.isEmpty() ? 0 : last().code()) + " instead of " + expected.code());
    }

    /** A limit was hit that this run has on purpose. */
    private boolean isExcused() {
        return story.all(What.ERROR).stream().map(Told::text).anyMatch(this::isLimit);
    }

    private boolean isLimit(String error) {
        if (story.plan().fault() instanceof StreamFault stream && story.has(What.CONNECTED)) {
            return stream.kind() == Kind.STOPS_READING && error.startsWith("Connection lost: no progress in writing")
                    || stream.kind().resets() && isMuch() && error.startsWith("Connection lost: ");
        }
        // On a slow machine a short deadline can be over before half an answer has come.
        return error.contains("(connections) is reached")
                || story.plan().fault() == HandshakeFault.STATUS_STALLED && error.equals("Connect sequence timed out");
    }

    /** Whether the peer's own RST may have overtaken, in its buffers, what it had sent before. */
    private boolean isMuch() {
        return story.plan().whole().stream().mapToInt(String::length).sum() > ON_THE_WAY;
    }

    private Told last() {
        return Objects.requireNonNull(events.get(events.size() - 1));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
