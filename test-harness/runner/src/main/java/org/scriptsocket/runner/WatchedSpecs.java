package org.scriptsocket.runner;

/** Runs specs again and again: when a Lua file near them is saved. */
final class WatchedSpecs {

    private final SpecPlan plan;
    private final Reporters reporters;
    private final Terminal terminal;

    WatchedSpecs(SpecPlan plan, Reporters reporters, Terminal terminal) {
        this.plan = plan;
        this.reporters = reporters;
        this.terminal = terminal;
    }

    /** Until the user ends it; returns the exit status of the last run. */
    int run() {
        int status = 0;
        try (Saves saves =
                Saves.beneath(plan.paths().stream().map(SpecPath::folder).toList())) {
            terminal.shutdown().whenAsked(saves::close);
            do {
                saves.mark();
                status = new SpecRun(plan, reporters, terminal.with(new Shutdown())).run();
                terminal.err().println("scriptsocket: they run again when a Lua file is saved");
            } while (saves.await());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status;
    }
}
