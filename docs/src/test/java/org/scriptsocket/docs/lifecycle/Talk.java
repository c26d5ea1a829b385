package org.scriptsocket.docs.lifecycle;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.script.ScriptEngine;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.EventQueue;

/** The script that all these tests run: it connects, sends a message, and has heard when the echo has come. */
final class Talk {

    static final String NAME = "talk.lua";

    static final String SCRIPT = """
            connected = connected or 0
            local function talk(self, conn, data)
              if data.event == websocket.EVENT_CONNECTED then
                connected, last = connected + 1, conn
                websocket.send(conn, "hello")
              end
              if data.event == websocket.EVENT_MESSAGE then self.heard, heard = true, data.message end
              if data.event == websocket.EVENT_DISCONNECTED then self.over, over = true, data.code end
              if act then act(data.event, self) end
            end
            function open(self, url)
              self.conn = websocket.connect(url or URL, { timeout = 20000 }, talk)
            end
            function leave(self) websocket.disconnect(self.conn) end
            function has_heard(self) return self.heard == true end
            function is_over(self) return self.over == true end
            function init(self) open(self) end
            function final(self) finals = (finals or 0) + 1 end
            """;

    private Talk() {}

    static void untilHeard(ScriptHost host, ScriptEngine engine) {
        until(host, "the echo", () -> engine.get("heard") != null);
    }

    /** Runs a host until it is so. */
    static void until(ScriptHost host, String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        AtomicBoolean done = new AtomicBoolean();
        host.run(0, () -> {
            done.set(condition.getAsBoolean());
            return done.get() || System.nanoTime() - begin > EventQueue.LIMIT.toNanos();
        });
        if (!done.get()) {
            throw new AssertionError("did not happen: " + what + "\n" + host.flightRecorder());
        }
    }
}
