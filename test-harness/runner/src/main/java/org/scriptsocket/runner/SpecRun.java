package org.scriptsocket.runner;

import java.io.PrintStream;
import java.util.List;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;
import org.scriptsocket.specs.LuaSpecsTestEngine;

/** Runs specs once. */
final class SpecRun {

    static final int FAILED = 1;
    static final int NOTHING_TO_RUN = 3;

    private final SpecPlan plan;
    private final Reporters reporters;
    private final Terminal terminal;

    SpecRun(SpecPlan plan, Reporters reporters, Terminal terminal) {
        this.plan = plan;
        this.reporters = reporters;
        this.terminal = terminal;
    }

    /** Returns the exit status. */
    int run() {
        // What specs print must not stand in a report for programs.
        PrintStream before = System.out;
        System.setOut(terminal.err());
        try {
            return launch();
        } catch (JUnitException e) {
            throw new UsageException(String.valueOf(innermost(e).getMessage()));
        } finally {
            System.setOut(before);
        }
    }

    private int launch() {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .addTestEngines(new LuaSpecsTestEngine())
                .build());
        TestPlan found = launcher.discover(plan.request());
        if (!found.containsTests()) {
            terminal.err().println("scriptsocket test: " + nothing());
            return NOTHING_TO_RUN;
        }
        return execute(launcher, found);
    }

    @SuppressWarnings("try") // the progress is only to be closed
    private int execute(Launcher launcher, TestPlan found) {
        List<SpecReporter> told = reporters.open();
        SpecListener listener = new SpecListener(found, told);
        // The JVM ends; what is known by then is told already.
        terminal.shutdown().whenAsked(terminal.shutdown()::finished);
        try (Progress progress = Progress.of(listener, terminal)) {
            launcher.execute(found, listener);
        }
        return listener.end().failed() == 0 ? 0 : FAILED;
    }

    private String nothing() {
        String where = String.join(
                ", ",
                plan.paths().stream().map(SpecPath::path).map(String::valueOf).toList());
        return plan.selects()
                ? "none of the tests in " + where + " is one that --filter, --tag and --exclude-tag leave"
                : "there are no tests in " + where + "; the names of specs end in _spec.lua";
    }

    private static Throwable innermost(Throwable thrown) {
        return thrown.getCause() == null ? thrown : innermost(thrown.getCause());
    }
}
