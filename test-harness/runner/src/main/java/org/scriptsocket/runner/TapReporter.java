package org.scriptsocket.runner;

/** The Test Anything Protocol, version 14. The number of tests stands at the end, for a block may fail as a whole. */
final class TapReporter implements SpecReporter {

    private final Output out;
    private int number;

    TapReporter(Output out) {
        this.out = out;
        out.line("TAP version 14");
    }

    @Override
    public void result(SpecResult result) {
        number++;
        String test = number + " - " + escaped(result.fullName());
        switch (result.status()) {
            case PASSED -> out.line("ok " + test);
            case PENDING -> out.line("ok " + test + " # SKIP " + escaped(result.firstLine()));
            case FAILED -> {
                out.line("not ok " + test);
                diagnosis(result);
            }
        }
        out.flush();
    }

    @Override
    public void end(SpecTally tally) {
        out.line("1.." + number);
        tally.toString().lines().forEach(line -> out.line("# " + line));
        out.flush();
    }

    /** YAML, of which each JSON text is one. */
    private void diagnosis(SpecResult failed) {
        out.line("  ---");
        out.line("  message: " + JsonText.of(failed.message()));
        out.line("  at:");
        out.line("    file: " + JsonText.of(String.valueOf(failed.file())));
        out.line("    line: " + failed.line());
        out.line("  duration_ms: " + failed.millis());
        out.line("  ...");
    }

    private static String escaped(String text) {
        return ErrorReport.visible(text)
                .replace("\\", "\\\\")
                .replace("#", "\\#")
                .replaceAll("\\s+", " ");
    }
}
