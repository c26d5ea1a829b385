package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.ScriptException;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.PerMessageDeflate;
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
    private final Transport plain = new JettyTransport();
    private final Transport compressing =
            new JettyTransport(JettySettings.standard().withCompression(true));
    private final Map<Terms, EchoScript> scripts = new HashMap<>();

    /** What the cases of one script share. */
    private record Terms(Limits limits, boolean compressed) {}

    Outcome run(Case each) throws ScriptException {
        Exchange exchange = each.exchange().get();
        server.on("/case", exchange.server());
        Terms terms = new Terms(exchange.limits(), exchange.compression().isPresent());
        EchoScript script = script(terms);
        script.talk(server.url("/case"));
        List<String> wire = wire(server.takeConnection(), exchange.compression().orElse(""));
        List<String> seen = script.seen().stream().map(this::withoutPort).toList();
        if (!script.hasEnded()) {
            scripts.remove(terms, script);
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
        plain.close();
        compressing.close();
        server.close();
    }

    private EchoScript script(Terms terms) throws ScriptException {
        EchoScript known = scripts.get(terms);
        if (known == null) {
            known = new EchoScript(terms.compressed() ? compressing : plain, terms.limits());
            scripts.put(terms, known);
        }
        return known;
    }

    private String withoutPort(String line) {
        return line.replace("127.0.0.1:" + server.port(), SERVER);
    }

    private static List<String> wire(RecordedConnection connection, String compression) {
        List<String> lines = new ArrayList<>();
        connection.takeRequest();
        try (PerMessageDeflate deflate =
                new PerMessageDeflate(false, compression.contains("client_no_context_takeover"))) {
            Seen seen;
            do {
                seen = connection.take();
                lines.add(WireLine.of(compression.isEmpty() ? seen : restored(seen, deflate)));
            } while (!(seen instanceof Seen.Ended));
        } catch (AssertionError e) {
            lines.add("nothing more came");
        }
        return lines;
    }

    private static Seen restored(Seen seen, PerMessageDeflate deflate) {
        return seen instanceof Seen.Received received ? new Seen.Received(deflate.inflate(received.frame())) : seen;
    }
}
