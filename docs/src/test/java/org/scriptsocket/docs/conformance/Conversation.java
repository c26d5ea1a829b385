package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.ScriptException;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Transport;

/** Runs cases, one after the other, over one server and one transport. */
final class Conversation implements AutoCloseable {

    /** Stands for host and port of the server in what the script sees. */
    static final String SERVER = "SERVER";

    private final MisbehavingServer server = MisbehavingServer.start();
    private final Transport transport = new JettyTransport();
    private final Map<Limits, EchoScript> scripts = new HashMap<>();

    Outcome run(Case each) throws ScriptException {
        Exchange exchange = each.exchange().get();
        server.on("/case", exchange.server());
        EchoScript script = script(exchange.limits());
        script.talk(server.url("/case"));
        List<String> wire = wire(server.takeConnection());
        List<String> seen = script.seen().stream().map(this::withoutPort).toList();
        if (!script.hasEnded()) {
            scripts.remove(exchange.limits(), script);
            script.abort();
        }
        return Outcome.of(each, exchange, seen, wire);
    }

    /** @throws AssertionError if the client broke a rule, or a connection was made that no case has asked for */
    void assertExhausted() {
        server.assertExhausted();
    }

    @Override
    public void close() {
        scripts.values().forEach(EchoScript::close);
        transport.close();
        server.close();
    }

    private EchoScript script(Limits limits) throws ScriptException {
        EchoScript known = scripts.get(limits);
        if (known == null) {
            known = new EchoScript(transport, limits);
            scripts.put(limits, known);
        }
        return known;
    }

    private String withoutPort(String line) {
        return line.replace("127.0.0.1:" + server.port(), SERVER);
    }

    private static List<String> wire(RecordedConnection connection) {
        List<String> lines = new ArrayList<>();
        connection.takeRequest();
        try {
            Seen seen;
            do {
                seen = connection.take();
                lines.add(WireLine.of(seen));
            } while (!(seen instanceof Seen.Ended));
        } catch (AssertionError e) {
            lines.add("nothing more came");
        }
        return lines;
    }
}
