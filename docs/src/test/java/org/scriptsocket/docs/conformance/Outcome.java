package org.scriptsocket.docs.conformance;

import java.util.List;

/**
 * What came of a case.
 *
 * @param problem the empty string if it is all as it should be
 */
record Outcome(Case run, List<String> script, List<String> wire, String problem) {

    private static final int SHOWN = 8;

    static Outcome of(Case run, Exchange expected, List<String> script, List<String> wire) {
        String problem = "";
        if (!script.equals(expected.script())) {
            problem += "\nexpected of the script: " + expected.script() + "\n                   got: " + script;
        }
        if (!WireLine.match(expected.wire(), wire)) {
            problem += "\nexpected of the wire: " + show(expected.wire()) + "\n                 got: " + wire;
        }
        return new Outcome(run, script, wire, problem);
    }

    boolean isOk() {
        return problem.isEmpty();
    }

    /** A line of the table. */
    String line() {
        return String.join("\t", run.id(), run.description(), shorten(script), shorten(wire), isOk() ? "ok" : "FAILED");
    }

    private static String show(List<WireLine> lines) {
        return lines.stream()
                .map(line -> line.line() + (line.must() ? "" : " (may come)"))
                .toList()
                .toString();
    }

    private static String shorten(List<String> lines) {
        int left = lines.size() - SHOWN;
        if (left <= 1) {
            return String.join("; ", lines);
        }
        List<String> first = lines.subList(0, SHOWN / 2);
        List<String> last = lines.subList(lines.size() - SHOWN / 2, lines.size());
        return String.join("; ", first) + "; and " + left + " more; " + String.join("; ", last);
    }
}
