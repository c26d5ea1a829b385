package org.scriptsocket.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a page of Markdown. */
final class Report {

    private final Results results;
    private final StringBuilder page = new StringBuilder();

    private Report(Results results) {
        this.results = results;
    }

    static String of(Results results, String machine) {
        Report report = new Report(results);
        report.page.append("# Side by side\n\n").append(machine).append('\n');
        Workload.ALL.forEach(report::workload);
        report.idle();
        report.crowds();
        report.starts();
        return report.page.toString();
    }

    private void workload(Workload workload) {
        Map<String, List<Results.Round>> rounds = results.rounds(workload);
        if (rounds.isEmpty()) {
            return;
        }
        page.append("\n## ").append(workload.title()).append("\n\n");
        page.append("| | median | of ").append(Contenders.REFERENCE);
        page.append(" (95 % interval) | CPU us each | of ")
                .append(Contenders.REFERENCE)
                .append(" |\n|---|---|---|---|---|\n");
        List<Results.Round> reference = rounds.getOrDefault(Contenders.REFERENCE, List.of());
        rounds.forEach((name, own) -> row(name, own, reference));
    }

    private void row(String name, List<Results.Round> own, List<Results.Round> reference) {
        page.append(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %s | %.2f | %s |%n",
                name,
                Figures.median(rates(own)),
                ratio(rates(own), rates(reference)),
                Figures.median(cpu(own)),
                ratio(cpu(own), cpu(reference))));
    }

    private static String ratio(List<Double> own, List<Double> reference) {
        if (reference.isEmpty()) {
            return "";
        }
        Figures.Interval ratio = Figures.ratio(own, reference);
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", ratio.median(), ratio.low(), ratio.high());
    }

    static List<Double> rates(List<Results.Round> rounds) {
        return rounds.stream().map(Results.Round::rate).toList();
    }

    private static List<Double> cpu(List<Results.Round> rounds) {
        return rounds.stream().map(Results.Round::cpuMicros).toList();
    }

    private void idle() {
        if (results.idle().isEmpty()) {
            return;
        }
        page.append("\n## Idle connections\n\n");
        page.append(
                "| | connections | ms to open all | heap each, bytes | RSS each, bytes | CPU ms a minute | threads | ns an empty update |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        results.idle().forEach(this::row);
    }

    private void row(Results.Idle costs) {
        page.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %,.0f | %,.0f | %.0f | %.0f | %s |%n",
                costs.contender(),
                costs.connections(),
                costs.openMillis(),
                costs.heap(),
                costs.rss(),
                costs.cpuMillis(),
                costs.threads(),
                Double.isNaN(costs.updateNanos()) ? "" : String.format(Locale.ROOT, "%.0f", costs.updateNanos())));
    }

    private void crowds() {
        if (results.crowds().isEmpty()) {
            return;
        }
        page.append("\n## Many script instances, many hosts\n\n");
        page.append("Ping-pong of 32 B on each connection; one thread of the application updates all hosts.\n\n");
        page.append("| hosts | instances of each | connections of each | messages/s | CPU us each | ");
        page.append(
                "heap of an instance with its share of its host, bytes | threads |\n|---|---|---|---|---|---|---|\n");
        results.crowds().forEach(this::row);
    }

    private void row(Results.Crowded crowd) {
        page.append(String.format(
                Locale.ROOT,
                "| %,d | %,d | %,d | %,.0f | %.2f | %,.0f | %.0f |%n",
                crowd.size().hosts(),
                crowd.size().instances(),
                crowd.size().connections(),
                crowd.round().rate(),
                crowd.round().cpuMicros(),
                crowd.heap(),
                crowd.threads()));
    }

    private void starts() {
        if (results.starts().isEmpty()) {
            return;
        }
        page.append("\n## Start of the process to the first echo\n\n| | ms, median |\n|---|---|\n");
        results.starts()
                .forEach((name, millis) ->
                        page.append(String.format(Locale.ROOT, "| %s | %,.0f |%n", name, Figures.median(millis))));
    }
}
