package org.scriptsocket.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, round by round. */
final class Results {

    /**
     * One round.
     *
     * @param rate things done a second
     * @param cpuMicros of the client's process for each of them
     */
    record Round(double rate, double cpuMicros) {}

    /** What idle connections cost, each: bytes; and all of them: milliseconds to open, of CPU in a minute, threads. */
    record Idle(int connections, double openMillis, double heap, double rss, double cpuMillis, double threads) {}

    private final Map<String, Map<String, List<Round>>> rounds = new LinkedHashMap<>();
    private final Map<String, Idle> idle = new LinkedHashMap<>();

    void add(Workload workload, String contender, Round round) {
        rounds.computeIfAbsent(workload.name(), each -> new LinkedHashMap<>())
                .computeIfAbsent(contender, each -> new ArrayList<>())
                .add(round);
    }

    void add(String contender, Idle costs) {
        idle.put(contender, costs);
    }

    Map<String, Idle> idle() {
        return idle;
    }

    /** By contender. */
    Map<String, List<Round>> rounds(Workload workload) {
        return rounds.getOrDefault(workload.name(), Map.of());
    }
}
