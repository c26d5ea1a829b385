package org.scriptsocket.websocket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The flight recorders of a host: of the connections that there are, and of the last few that ended. Thread-safe. */
final class FlightLog {

    private static final int ENDED = 16;
    private static final int SHOWN = 64;

    private final Set<FlightRecorder> open = new LinkedHashSet<>();
    private final Deque<FlightRecorder> ended = new ArrayDeque<>();

    synchronized void begin(FlightRecorder recorder) {
        open.add(recorder);
    }

    synchronized void end(FlightRecorder recorder) {
        if (!open.remove(recorder)) {
            return;
        }
        ended.add(recorder);
        if (ended.size() > ENDED) {
            ended.remove();
        }
    }

    /** All of it, those that ended first; empty if there never was a connection. */
    String text() {
        List<FlightRecorder> all = snapshot();
        int left = Math.max(0, all.size() - ENDED - SHOWN);
        String text = all.stream()
                .limit(all.size() - left)
                .map(FlightRecorder::toString)
                .collect(Collectors.joining("\n"));
        return left == 0 ? text : text + "\nand " + left + " connections more";
    }

    private synchronized List<FlightRecorder> snapshot() {
        List<FlightRecorder> all = new ArrayList<>(ended);
        all.addAll(open);
        return all;
    }
}
