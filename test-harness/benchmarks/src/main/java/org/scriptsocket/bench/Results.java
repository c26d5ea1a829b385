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

    /**
     * What idle connections cost, each: bytes; and all of them: milliseconds to open, of CPU in a minute, threads.
     *
     * @param updateNanos of an update that has nothing to do; NaN where there is no such thing
     */
    record Idle(
            String contender,
            int connections,
            double openMillis,
            double heap,
            double rss,
            double cpuMillis,
            double threads,
            double updateNanos) {}

    /**
     * Many script instances or hosts at work.
     *
     * @param heap bytes of each instance, its share of the host and the engine included, before anything is connected
     * @param threads of all of them
     */
    record Crowded(Crowd.Size size, Round round, double heap, double threads) {}

    private final Map<String, Map<String, List<Round>>> rounds = new LinkedHashMap<>();
    private final List<Idle> idle = new ArrayList<>();
    private final List<Crowded> crowds = new ArrayList<>();
    private final Map<String, List<Double>> starts = new LinkedHashMap<>();

    void add(Workload workload, String contender, Round round) {
        rounds.computeIfAbsent(workload.name(), each -> new LinkedHashMap<>())
                .computeIfAbsent(contender, each -> new ArrayList<>())
                .add(round);
    }

    void add(Idle costs) {
        idle.add(costs);
    }

    void add(Crowded crowd) {
        crowds.add(crowd);
    }

    /** @param millis from the start of the process to the first echo */
    void addStart(String contender, double millis) {
        starts.computeIfAbsent(contender, each -> new ArrayList<>()).add(millis);
    }

    List<Idle> idle() {
        return idle;
    }

    List<Crowded> crowds() {
        return crowds;
    }

    /** By contender. */
    Map<String, List<Double>> starts() {
        return starts;
    }

    /** By contender. */
    Map<String, List<Round>> rounds(Workload workload) {
        return rounds.getOrDefault(workload.name(), Map.of());
    }
}
