package org.scriptsocket.lua;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.script.ScriptFunction;

/** A Lua script with a host over the in-memory transport, in virtual time; what it logs is its trace. */
final class Stage implements AutoCloseable {

    /** Shows an event as one line. */
    private static final String PRELUDE = """
            local NAMES = { [0] = "CONNECTED", "DISCONNECTED", "MESSAGE", "ERROR" }
            function show(self, conn, data)
              local line = NAMES[data.event] .. " '" .. data.message .. "'"
              if data.code then line = line .. " " .. data.code .. " '" .. data.reason .. "'" end
              log(line)
            end
            function is(data, name) return data.event == websocket["EVENT_" .. name] end
            """;

    final ManualClock clock = new ManualClock();
    final MemoryTransport peers = new MemoryTransport(clock);
    final ScriptEngine engine;
    final List<ScriptError> errors = new ArrayList<>();
    final ScriptHost host;
    private final List<String> trace = new ArrayList<>();

    Stage() throws Exception {
        this(Limits.standard());
    }

    Stage(Limits limits) throws Exception {
        this(new ScriptEngineManager().getEngineByName("lua-websocket"), limits);
    }

    Stage(LuaSandbox sandbox) throws Exception {
        this(new LuaScriptEngineFactory().withSandbox(sandbox).getScriptEngine(), Limits.standard());
    }

    private Stage(ScriptEngine engine, Limits limits) throws Exception {
        this.engine = engine;
        host = ScriptHost.builder()
                .transport(peers)
                .clock(clock)
                .limits(limits)
                .onScriptError(errors::add)
                .build();
        ScriptFunction log = arguments -> trace.add(String.valueOf(arguments[0]));
        engine.put("log", log);
        host.load(engine, PRELUDE, "prelude.lua");
    }

    Script load(String source) throws Exception {
        return host.load(engine, source, "test.lua");
    }

    ScriptInstance start(String source) throws Exception {
        return load(source).start();
    }

    /** Updates, after all has happened that takes no time. */
    void update() {
        clock.runDue();
        host.update(0);
        clock.runDue();
    }

    void updates(int n) {
        for (int i = 0; i < n; i++) {
            update();
        }
    }

    /** Lets time pass without an update. */
    void pass(long millis) {
        clock.runDue();
        clock.advance(millis);
    }

    /** What was logged since the last call. */
    List<String> trace() {
        List<String> all = List.copyOf(trace);
        trace.clear();
        return all;
    }

    @Override
    public void close() {
        // Nobody lets time pass while a host waits for its closing handshakes.
        host.abort();
        peers.close();
    }
}
