package org.scriptsocket.runner;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptException;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptErrorException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.ScriptUnwind;

/** One run of a script, from its load to its last {@code final}. */
final class ScriptRun {

    private final RunPlan plan;
    private final Terminal terminal;
    private final Output output;
    private final Ending ending = new Ending();
    private final ErrorReport errors;

    ScriptRun(RunPlan plan, Terminal terminal) {
        this.plan = plan;
        this.terminal = terminal;
        this.output = new Output(terminal.out());
        this.errors = new ErrorReport(terminal.err(), output, ending);
    }

    /** Returns the exit status. */
    int run() {
        try {
            try (Transports.Choice transport = plan.transport();
                    EchoServer server = EchoServer.unless(plan.variables().containsKey(EchoServer.URL))) {
                runHost(transport, server);
            }
            output.flush();
        } catch (UncheckedIOException e) {
            ending.fail();
            terminal.err().println("scriptsocket: " + e.getMessage());
        }
        return ending.status();
    }

    @SuppressWarnings("try") // the watchdog is only to be closed
    private void runHost(Transports.Choice transport, EchoServer server) {
        ScriptHost host = host(transport);
        Watchdog watchdog = Watchdog.start(plan.timeout(), host::stop, ending, terminal);
        // the host is closed first, and that is watched too
        try (watchdog;
                host) {
            terminal.shutdown().whenAsked(host::stop);
            play(host, server);
        }
    }

    private ScriptHost host(Transports.Choice transport) {
        ScriptHost.Builder builder =
                ScriptHost.builder().settings(plan.settings()).onScriptError(errors);
        transport.give(builder);
        if (plan.trace()) {
            Trace trace = new Trace(terminal.err());
            builder.observer(trace).frameObserver(trace);
        }
        return builder.build();
    }

    private void play(ScriptHost host, EchoServer server) {
        try {
            define(host, server);
            Script script = plan.source().load(host, plan.engine());
            pump(host, script, start(script));
        } catch (ScriptUnwind end) {
            // os.exit; the ending knows its status
        } catch (ScriptException e) {
            report(e);
        }
    }

    private void define(ScriptHost host, EchoServer server) throws ScriptException {
        plan.globals().define(host, output, ending);
        server.url().ifPresent(url -> plan.engine().put(EchoServer.URL, url));
        plan.variables().forEach(plan.engine()::put);
    }

    private List<ScriptInstance> start(Script script) {
        List<ScriptInstance> started = new ArrayList<>();
        for (int i = 0; i < plan.instances(); i++) {
            try {
                ScriptInstance instance = script.start();
                started.add(instance);
                plan.globals().started(instance);
            } catch (ScriptException e) {
                report(e);
            }
        }
        return started;
    }

    private void pump(ScriptHost host, Script script, List<ScriptInstance> started) {
        boolean updates = script.defines("update");
        output.flush();
        host.run(plan.hz(), () -> {
            output.flush();
            // A budget that is spent ends an instance.
            boolean lives = updates && !started.stream().allMatch(ScriptInstance::isClosed);
            return ending.isDecided() || !lives && host.isIdle();
        });
    }

    private void report(ScriptException e) {
        if (e instanceof ScriptErrorException located) {
            errors.accept(located.error());
        } else {
            ending.fail();
            terminal.err().println(e.getMessage());
        }
    }
}
