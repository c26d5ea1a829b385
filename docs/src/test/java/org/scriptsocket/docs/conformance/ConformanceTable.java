package org.scriptsocket.docs.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results, by family. */
final class ConformanceTable {

    private static final Path FILE = Path.of("target", "conformance.txt");

    private final Map<Family, List<Outcome>> outcomes = new LinkedHashMap<>();

    void add(Family family, Outcome outcome) {
        outcomes.computeIfAbsent(family, key -> new ArrayList<>()).add(outcome);
    }

    /** Tabs between the columns, so that any tool can read it. */
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("id\twhat the server does\twhat the script saw\twhat the wire saw\tresult");
        outcomes.values().forEach(all -> all.forEach(each -> lines.add(each.line())));
        lines.add("");
        lines.add(summary());
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
    }

    String summary() {
        return "RFC 6455 and 7692 conformance: "
                + count(outcomes.values().stream().flatMap(List::stream).toList()) + " cases ok: "
                + outcomes.entrySet().stream()
                        .map(each -> each.getKey().name() + " " + count(each.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String count(List<Outcome> all) {
        return all.stream().filter(Outcome::isOk).count() + "/" + all.size();
    }
}
