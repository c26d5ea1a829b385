package org.scriptsocket.docs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.Transport;

/** One Lua script, a host over a real transport, and a real server. What the script logs is its trace. */
final class Scene implements AutoCloseable {

    private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);

    private static final String PRELUDE = """
            local NAMES = { [0] = "CONNECTED", "DISCONNECTED", "MESSAGE", "ERROR" }
            TEXT = { type = websocket.DATA_TYPE_TEXT }
            function is(data, name) return data.event == websocket["EVENT_" .. name] end
            function show(data)
              local line = NAMES[data.event] .. " '" .. data.message .. "'"
              if data.code then line = line .. " " .. data.code .. " '" .. data.reason .. "'" end
              log(line)
            end
            -- Shows every event, calls on[NAME](self, conn, data), and is done after DISCONNECTED.
            function connect(self, path, params, on)
              params = params or {}
              -- The first connect of a JVM may take longer than the default on a busy machine.
              params.timeout = params.timeout or 20000
              return websocket.connect(URL .. path, params, function(me, conn, data)
                show(data)
                local handler = on and on[NAMES[data.event]]
                if handler then handler(me, conn, data) end
                if is(data, "DISCONNECTED") then done = true end
              end)
            end
            -- The error of f without its position.
            function failure(f, ...)
              local args, n = { ... }, select("#", ...)
              local ok, e = pcall(function() local r = f(unpack(args, 1, n)) return r end)
              return ok and "ok" or (tostring(e):gsub("^rule%.lua:%d+: ", "@ "):gsub("^prelude%.lua:%d+: ", "@ "))
            end
            function bye(self, conn) websocket.disconnect(conn) end
            """;

    final MisbehavingServer server = MisbehavingServer.start();
    final List<ScriptError> errors = new ArrayList<>();
    final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
    final ScriptHost host;
    private final List<String> trace = new ArrayList<>();

    Scene(Transport transport, Limits limits) throws Exception {
        host = ScriptHost.builder()
                .transport(transport)
                .limits(limits)
                .onScriptError(errors::add)
                .build();
        ScriptFunction log = arguments -> trace.add(String.valueOf(arguments[0]));
        engine.put("log", log);
        engine.put("URL", server.url());
        host.load(engine, PRELUDE, "prelude.lua");
    }

    Script load(String source) throws Exception {
        return host.load(engine, source, "rule.lua");
    }

    ScriptInstance start(String source) throws Exception {
        return load(source).start();
    }

    /** Runs the script until its global {@code done} is set, and gives its trace. */
    List<String> play(String source) throws Exception {
        start(source);
        return run();
    }

    /** Updates until the global {@code done} is set, and gives what was logged since the last time. */
    List<String> run() {
        long begin = System.nanoTime();
        host.run(0, () -> engine.get("done") != null || System.nanoTime() - begin > LIMIT);
        if (engine.get("done") == null) {
            throw new AssertionError("the script was not done; its trace: " + trace + ", connections: "
                    + host.connections() + ", errors: " + errors);
        }
        engine.put("done", null);
        List<String> all = List.copyOf(trace);
        trace.clear();
        return all;
    }

    @Override
    public void close() {
        host.close();
        server.close();
    }
}
