package org.scriptsocket.specs;

import java.util.List;

/** The part of a host's flight recorder that belongs to some of its connections. */
final class FlightText {

    private FlightText() {}

    /** @param names of the connections, as the text has them at the beginning of a line */
    static String of(String recorder, List<String> names) {
        StringBuilder kept = new StringBuilder();
        boolean keeps = false;
        for (String line : recorder.lines().toList()) {
            keeps = line.startsWith(" ") ? keeps : names.stream().anyMatch(line::startsWith);
            if (keeps) {
                kept.append('\n').append(line);
            }
        }
        return kept.toString();
    }
}
