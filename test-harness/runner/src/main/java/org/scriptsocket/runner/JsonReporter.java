package org.scriptsocket.runner;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An object a line, for programs: each test when it is through, and last the summary. */
final class JsonReporter implements SpecReporter {

    private final Output out;

    JsonReporter(Output out) {
        this.out = out;
    }

    @Override
    public void result(SpecResult result) {
        String path = result.path().stream().map(JsonText::of).collect(Collectors.joining(","));
        out.line("{\"type\":\"test\",\"status\":\"" + result.status().name().toLowerCase(Locale.ROOT) + "\",\"path\":["
                + path + "],\"file\":" + text(result.file()) + ",\"line\":" + result.line() + ",\"ms\":"
                + result.millis() + ",\"message\":" + JsonText.of(result.message()) + "}");
        out.flush();
    }

    @Override
    public void end(SpecTally tally) {
        out.line("{\"type\":\"summary\",\"passed\":" + tally.passed() + ",\"failed\":" + tally.failed()
                + ",\"pending\":" + tally.pending() + ",\"not_run\":" + tally.notRun() + ",\"ms\":"
                + Math.round(tally.seconds() * 1000) + ",\"seed\":" + tally.seed() + "}");
        out.flush();
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : JsonText.of(value);
    }
}
