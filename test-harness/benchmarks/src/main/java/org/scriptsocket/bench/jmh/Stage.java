package org.scriptsocket.bench.jmh;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/** A host with a Lua script that has opened some connections to nowhere. */
final class Stage {

    private static final String SCRIPT = """
            local message = string.rep("x", 128)
            local conn
            count = 0
            function begin(self, connections)
              for i = 1, connections do
                conn = websocket.connect("ws://a/", {}, function(self, conn, data)
                  if data.event == websocket.EVENT_MESSAGE then count = count + #data.message end
                end)
              end
            end
            function send(self)
              websocket.send(conn, message)
            end""";

    final NoNetwork network = new NoNetwork();
    final ScriptHost host;
    final ScriptInstance instance;

    Stage(int connections) throws ScriptException {
        Limits limits = Limits.standard()
                .with(Limit.CONNECTIONS, connections)
                .with(Limit.CONNECTIONS_INSTANCE, connections)
                .with(Limit.CONNECTIONS_REMOTE, connections)
                .with(Limit.CONNECT_RATE, connections);
        host = ScriptHost.builder().transport(network).limits(limits).build();
        ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
        instance = host.load(lua, SCRIPT, "stage.lua").start();
        instance.call("begin", connections);
        network.accept();
        host.update(0);
    }
}
