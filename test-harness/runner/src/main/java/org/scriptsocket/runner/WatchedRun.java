package org.scriptsocket.runner;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a script again and again: when it is saved, what runs of it is closed, and the new one is loaded. */
final class WatchedRun {

    private final Path script;
    private final double timeout;
    private final Terminal terminal;
    private final Ending ending = new Ending();
    private final Turns turns = new Turns();

    WatchedRun(Path script, double timeout, Terminal terminal) {
        this.script = script;
        this.timeout = timeout;
        this.terminal = terminal;
    }

    /**
     * Returns the exit status.
     *
     * @param plans asked before each load; each plan is for one of them
     * @throws UsageException if there is no first plan
     */
    @SuppressWarnings("try") // the watchdog is only to be closed
    int run(Supplier<RunPlan> plans) {
        RunPlan first = plans.get();
        try (EchoServer server = EchoServer.unless(first.variables().containsKey(EchoServer.URL));
                Saves saves = Saves.of(script);
                Watchdog watchdog = Watchdog.start(timeout, turns::end, ending, terminal)) {
            terminal.shutdown().whenAsked(turns::end);
            begin(saves);
            turns(first, plans, saves, server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ending.status();
    }

    private void begin(Saves saves) {
        Thread thread = new Thread(() -> listen(saves), "scriptsocket-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen(Saves saves) {
        try {
            while (saves.await()) {
                turns.call(saves::isSaved);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turns(RunPlan first, Supplier<RunPlan> plans, Saves saves, EchoServer server)
            throws InterruptedException {
        Optional<RunPlan> plan = Optional.of(first);
        do {
            Shutdown turn = turns.begin(saves::mark);
            plan.ifPresent(given -> take(given.watched(saves, server), turn));
            plan = turns.await() ? next(plans) : Optional.empty();
        } while (!turns.isOver());
    }

    private void take(RunPlan plan, Shutdown turn) {
        if (turns.isOver()) {
            return;
        }
        int status = new ScriptRun(plan, terminal.with(turn)).run();
        if (!turns.isCalled()) {
            tell(script + " has ended with status " + status + "; it is loaded again when it is saved");
        }
    }

    /** Empty if the command can not be done any more, such as without the file of a certificate. */
    private Optional<RunPlan> next(Supplier<RunPlan> plans) {
        try {
            tell(script + " is loaded again");
            return Optional.of(plans.get());
        } catch (UsageException e) {
            tell(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void tell(String what) {
        terminal.err().println("scriptsocket: " + what);
    }
}
