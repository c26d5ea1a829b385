package org.scriptsocket.lua;

import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptErrorException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.policy.Limits;

/**
 * Three engines with the sandbox: one that is attacked by its own script, one beside it in the same host, and one in a host of its
 * own. All their peers echo.
 */
final class Arena implements AutoCloseable {

    private static final int UPDATES = 20;
    private static final String NEIGHBOUR = """
            secret = {}
            answers = 0
            function ask(self)
              websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
                if data.event == websocket.EVENT_CONNECTED then websocket.send(c, ("%s-%d"):format("hello", 42), {type = websocket.DATA_TYPE_TEXT}) end
                if data.event == websocket.EVENT_MESSAGE and data.message == "hello-" .. 42 then
                  answers = answers + 1
                  websocket.disconnect(c)
                end
              end)
            end
            function told(self) return answers end
            """;

    private final LuaScriptEngineFactory factory;
    private final ManualClock clock = new ManualClock();
    private final MemoryTransport peers = new MemoryTransport(clock);
    private final List<ScriptError> errors = new ArrayList<>();
    private final ScriptHost host = host();
    private final ScriptHost otherHost = host();
    private final ScriptInstance beside;
    private final ScriptInstance elsewhere;
    private int asked;

    Arena(LuaSandbox sandbox) throws ScriptException {
        factory = new LuaScriptEngineFactory().withSandbox(sandbox);
        beside = host.load(factory.getScriptEngine(), NEIGHBOUR, "beside.lua").start();
        elsewhere = otherHost
                .load(factory.getScriptEngine(), NEIGHBOUR, "elsewhere.lua")
                .start();
    }

    private ScriptHost host() {
        return ScriptHost.builder()
                .untrusted()
                .limits(Limits.sandbox().with("host-buffers", "1MiB"))
                .transport(peers)
                .clock(clock)
                .onScriptError(errors::add)
                .build();
    }

    /** Loads a script into an engine of its own, starts an instance, updates it for a while, and closes it. */
    Outcome run(String source, String name) {
        return run(source, name, Writer.nullWriter());
    }

    /** The same; what it prints goes to the writer. */
    Outcome run(String source, String name, Writer output) {
        errors.clear();
        ScriptEngine engine = factory.getScriptEngine();
        engine.getContext().setWriter(output);
        try {
            ScriptInstance instance = host.load(engine, source, name).start();
            update(UPDATES);
            instance.close();
            update(2);
        } catch (ScriptErrorException e) {
            errors.add(e.error());
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
        Outcome outcome = new Outcome(List.copyOf(errors));
        errors.clear();
        return outcome;
    }

    /** Evaluates a script in an engine of its own with bindings of its own, and updates for a while. */
    Outcome eval(String source, String name) {
        errors.clear();
        ScriptEngine engine = factory.getScriptEngine();
        engine.getContext().setWriter(Writer.nullWriter());
        try {
            host.load(engine, "", "empty.lua");
            engine.eval(source, new SimpleBindings(new HashMap<>(Map.of(ScriptEngine.FILENAME, name))));
        } catch (ScriptException e) {
            boolean ended = e.getCause() instanceof BudgetSpent;
            errors.add(new ScriptError(beside, "script", e.getMessage(), name, -1, "", ended, e));
        }
        update(UPDATES);
        Outcome outcome = new Outcome(List.copyOf(errors));
        errors.clear();
        return outcome;
    }

    private void update(int times) {
        for (int i = 0; i < times; i++) {
            clock.runDue();
            host.update(0.1);
            otherHost.update(0.1);
            clock.advance(100);
        }
    }

    /** Whether both neighbours still get an answer to what they send, and had no error. */
    boolean neighboursLive() throws ScriptException {
        asked++;
        // The quotas are those of the host: what the script had open must be gone.
        clock.advance(20_000);
        update(1);
        beside.call("ask");
        elsewhere.call("ask");
        update(5);
        return errors.isEmpty()
                && beside.call("told") instanceof Number one
                && one.intValue() == asked
                && elsewhere.call("told") instanceof Number other
                && other.intValue() == asked;
    }

    @Override
    public void close() {
        // Nobody lets time pass while a host waits for its closing handshakes.
        host.abort();
        otherHost.abort();
        peers.close();
    }
}
