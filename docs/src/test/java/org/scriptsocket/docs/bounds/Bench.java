package org.scriptsocket.docs.bounds;

import java.util.List;
import java.util.stream.Stream;
import javax.script.ScriptException;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.BufferMeter;
import org.scriptsocket.websocket.ConnectionInfo;

/** A script, and the server that it connects to. */
final class Bench implements AutoCloseable {

    private static final int STILL = 10;
    /** The length of a message of {@link #fill}. */
    private static final int FILLING = 65536;

    final MisbehavingServer server;
    final Limits limits;
    final Play play;

    Bench(JettyTransport transport, HostSettings settings) throws ScriptException {
        this(transport, settings, MisbehavingServer.start());
    }

    Bench(JettyTransport transport, HostSettings settings, MisbehavingServer server) throws ScriptException {
        this.server = server;
        limits = settings.limits();
        play = new Play(transport, settings);
    }

    /** The script connects to a server that does this. */
    void talk(Behaviour behaviour) throws ScriptException {
        server.otherwise(behaviour);
        play.call("talk", server.url());
    }

    /** The script opens so many connections to a server that reads nothing, and sends as much as it may. */
    void fill(int connections) throws ScriptException {
        server.otherwise(Behaviour.accept().stopReading());
        for (int i = 0; i < connections; i++) {
            play.call("join", server.url());
        }
        play.lines(connections);
        long before;
        do {
            before = unsent();
            for (int i = 1; i <= connections; i++) {
                play.call("fill", i);
            }
            awaitStill();
        } while (unsent() != before);
    }

    /** What all connections have to write. */
    long unsent() {
        return infos().mapToLong(ConnectionInfo::unsent).sum();
    }

    /** The same as the host counts it: after {@link #fill}, with what each of its messages takes besides. */
    long held() {
        long unsent = unsent();
        return unsent + unsent / FILLING * BufferMeter.MESSAGE;
    }

    /** Messages of all connections that wait for an update. */
    long undelivered() {
        return infos().mapToLong(ConnectionInfo::undelivered).sum();
    }

    private Stream<ConnectionInfo> infos() {
        return play.host.connections().stream();
    }

    /** Host and port of the server, as errors name them. */
    String where() {
        return "127.0.0.1:" + server.port();
    }

    List<String> lines(int count) {
        return play.lines(count);
    }

    /** Until the system takes no more. */
    private void awaitStill() {
        long[] seen = {-1, 0};
        play.until("nothing is written any more", () -> {
            long now = unsent();
            seen[1] = now == seen[0] ? seen[1] + 1 : 0;
            seen[0] = now;
            return seen[1] > STILL;
        });
    }

    @Override
    public void close() {
        play.host.abort();
        server.close();
    }
}
