package org.scriptsocket.runner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scriptsocket.runner.SpecResult.Status;

/** For people: each file as a tree of its blocks and tests when it is through, then what has failed, then a summary. */
final class TreeReporter implements SpecReporter {

    /** Shorter tests are not worth a word. */
    private static final long SLOW_MILLIS = 100;

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";

    private final Output out;
    private final boolean colors;
    private final Map<String, List<SpecResult>> files = new HashMap<>();
    private final List<SpecResult> failures = new ArrayList<>();

    TreeReporter(Output out, boolean colors) {
        this.out = out;
        this.colors = colors;
    }

    @Override
    public void result(SpecResult result) {
        files.computeIfAbsent(result.path().get(0), file -> new ArrayList<>()).add(result);
        if (result.status() == Status.FAILED) {
            failures.add(result);
        }
    }

    @Override
    public void endFile(String file) {
        List<SpecResult> results = files.remove(file);
        if (results == null) {
            return;
        }
        List<String> above = List.of();
        for (SpecResult result : results) {
            blocks(above, result.path());
            above = result.path();
            line(above.size() - 1, test(result));
        }
        out.flush();
    }

    @Override
    public void end(SpecTally tally) {
        for (int i = 0; i < failures.size(); i++) {
            failure(i + 1, failures.get(i));
        }
        out.line("");
        out.line(painted(tally.failed() > 0 ? RED : GREEN, tally.toString()));
        out.flush();
    }

    /** The names of the blocks that the line before was not in. */
    private void blocks(List<String> above, List<String> path) {
        int depth = 0;
        while (depth < path.size() - 1
                && depth < above.size() - 1
                && above.get(depth).equals(path.get(depth))) {
            depth++;
        }
        for (; depth < path.size() - 1; depth++) {
            line(depth, visible(path.get(depth)));
        }
    }

    private String test(SpecResult result) {
        String name = visible(result.path().get(result.path().size() - 1));
        return switch (result.status()) {
            case PASSED -> painted(GREEN, "\u2713") + " " + name + time(result);
            case FAILED -> painted(RED, "\u2717 " + name) + time(result);
            case PENDING -> painted(YELLOW, "- " + name + reason(result));
        };
    }

    private void failure(int number, SpecResult failed) {
        out.line("");
        out.line(painted(RED, number + ") " + visible(failed.fullName())));
        if (!failed.message().startsWith(failed.file() + ":")) {
            out.line("   " + visible(failed.place()));
        }
        visible(failed.message()).lines().forEach(line -> out.line("   " + line));
    }

    private void line(int depth, String text) {
        out.line("  ".repeat(depth) + text);
    }

    private String painted(String color, String text) {
        return colors ? "\33[" + color + "m" + text + "\33[0m" : text;
    }

    private static String reason(SpecResult pending) {
        return pending.message().isEmpty() ? "" : " (" + visible(pending.firstLine()) + ")";
    }

    private static String time(SpecResult result) {
        return result.millis() < SLOW_MILLIS ? "" : " (" + result.millis() + " ms)";
    }

    private static String visible(String text) {
        return ErrorReport.visible(text);
    }
}
