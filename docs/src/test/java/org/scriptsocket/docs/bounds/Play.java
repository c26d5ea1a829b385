package org.scriptsocket.docs.bounds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.Transport;

/** The script {@code bounds.lua} in a host of its own; what it logs is its trace. */
final class Play implements AutoCloseable {

    final ScriptHost host;
    final ScriptInstance instance;
    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
    private final List<String> trace = new ArrayList<>();
    private final List<ScriptError> errors = new ArrayList<>();

    Play(Transport transport, Limits limits) throws ScriptException {
        this(transport, HostSettings.standard().withLimits(limits));
    }

    /** @param settings but for the address policy: the peers are on this machine */
    Play(Transport transport, HostSettings settings) throws ScriptException {
        host = ScriptHost.builder()
                .transport(transport)
                .settings(settings.withPolicy(AddressPolicy.anywhere()))
                .onScriptError(errors::add)
                .build();
        ScriptFunction log = arguments -> trace.add(String.valueOf(arguments[0]));
        engine.put("log", log);
        instance = host.load(engine, source(), "bounds.lua").start();
    }

    void call(String function, Object... arguments) throws ScriptException {
        instance.call(function, arguments);
    }

    /** A number that the script has counted. */
    long count(String name) {
        return ((Number) engine.get(name)).longValue();
    }

    /** A string that the script has kept. */
    String text(String name) {
        return String.valueOf(engine.get(name));
    }

    /** Updates until it is so; fails if nothing that the script counts changes for long. */
    void until(String what, BooleanSupplier condition) {
        Patience patience = new Patience();
        host.run(0, () -> condition.getAsBoolean() || patience.isOver());
        if (!condition.getAsBoolean()) {
            throw new AssertionError("did not happen: " + what + "; trace " + trace + "; errors " + errors + "\n"
                    + host.flightRecorder());
        }
    }

    /** Updates until so many lines are there, and takes them. */
    List<String> lines(int count) {
        until(count + " lines", () -> trace.size() >= count);
        return taken();
    }

    /** What was logged and not taken yet, to be looked at. */
    List<String> seen() {
        return List.copyOf(trace);
    }

    /** What was logged and not taken yet; script errors are an error. */
    List<String> taken() {
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.toString());
        }
        List<String> all = List.copyOf(trace);
        trace.clear();
        return all;
    }

    /** There and back on a connection of its own, so that whoever may have something to do for another has had time to. */
    void goThereAndBack(String url) throws ScriptException {
        long before = count("echoes");
        call("echo", url);
        until("20 echoes", () -> count("echoes") >= before + 20);
    }

    @Override
    public void close() {
        host.close();
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Play.class.getResourceAsStream("bounds.lua"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends when nothing has changed for long. */
    private final class Patience {
        private long progress = -1;
        private long since;

        boolean isOver() {
            long now = count("progress");
            since = now == progress ? since : System.nanoTime();
            progress = now;
            return System.nanoTime() - since > EventQueue.LIMIT.toNanos();
        }
    }
}
