package org.scriptsocket.kit.junit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptErrorException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.script.ScriptFunction;

/** One run of one test function, with everything new. */
final class LuaTestRun {

    private final LuaTestScript script;
    private final LuaTestFunction function;
    private final LuaTests settings;
    private final BiConsumer<Peers, ScriptEngine> prepare;
    private final TestBench bench;
    /** Completes when the test is over, exceptionally if it failed. */
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    LuaTestRun(
            LuaTestScript script,
            LuaTestFunction function,
            LuaTests settings,
            BiConsumer<Peers, ScriptEngine> prepare) {
        this.script = script;
        this.function = function;
        this.settings = settings;
        this.prepare = prepare;
        bench = new TestBench(settings.transport(), false);
    }

    void run() {
        try (bench) {
            tryOut();
        }
    }

    private void tryOut() {
        try {
            play();
        } catch (ScriptErrorException e) {
            throw bench.withFlightRecorder(new AssertionError(ScriptErrors.text(e.error()), e));
        } catch (ScriptException | NoSuchMethodException e) {
            throw bench.withFlightRecorder(new AssertionError(e.getMessage(), e));
        } catch (AssertionError e) {
            throw bench.withFlightRecorder(e);
        } catch (RuntimeException e) {
            bench.withLastEvents(e);
            throw e;
        }
    }

    private void play() throws ScriptException, NoSuchMethodException {
        ScriptEngine engine = engine();
        engine.put("URL", bench.peers().url());
        prepare.accept(bench.peers(), engine);
        ScriptHost host = bench.host();
        host.load(engine, "log = log or print", "prelude");
        ScriptInstance instance =
                host.load(engine, script.source(), script.name()).start();
        call(instance, engine);
        if (function.takesDone()) {
            awaitDone(host);
        }
    }

    private ScriptEngine engine() {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName(settings.engine());
        if (engine == null) {
            throw new AssertionError("there is no script engine '" + settings.engine()
                    + "' on the class path; scriptsocket-lua-module has 'lua-websocket'");
        }
        return engine;
    }

    private void call(ScriptInstance instance, ScriptEngine engine) throws ScriptException, NoSuchMethodException {
        ScriptFunction done = this::done;
        Object[] arguments = function.takesDone() ? new Object[] {done} : new Object[0];
        if (function.takesSelf()) {
            instance.call(function.name(), arguments);
        } else {
            ((Invocable) engine).invokeFunction(function.name(), arguments);
        }
    }

    private @Nullable Object done(@Nullable Object... arguments) {
        if (arguments.length > 0 && arguments[0] != null) {
            over.completeExceptionally(new AssertionError(function.name() + ": " + arguments[0]));
        } else {
            over.complete(null);
        }
        return null;
    }

    private void awaitDone(ScriptHost host) {
        Duration limit = Duration.ofMillis(settings.limitMillis());
        CompletableFuture<Void> unused =
                over.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).whenComplete((ok, late) -> host.stop());
        host.run(0, () -> over.isDone() || bench.errors().any());
        if (over.isCompletedExceptionally()) {
            throw new AssertionError(over.handle((ok, why) -> why.getMessage()).join());
        }
        bench.errors().assertExhausted();
        if (!over.isDone()) {
            throw new AssertionError(function.name() + " (" + script.name() + ":" + function.line()
                    + ") did not call done within " + limit.toMillis() + " ms");
        }
    }
}
