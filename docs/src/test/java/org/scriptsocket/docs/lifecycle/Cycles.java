package org.scriptsocket.docs.lifecycle;

import com.google.inject.Guice;
import com.google.inject.Injector;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.transport.Transport;

/**
 * Connects, says something, ends and loads the script anew, again and again over sockets: in one engine, in a new one of the same host, in
 * a new host, in a new injector; ended by either side, gracefully or not, or dropped.
 */
final class Cycles implements AutoCloseable {

    private enum End {
        INSTANCE_CLOSED("/"),
        DISCONNECTED("/"),
        CLOSED_BY_THE_PEER("/closes"),
        RESET_BY_THE_PEER("/resets"),
        REFUSED("/refuses");

        private final String path;

        End(String path) {
            this.path = path;
        }

        static End of(int cycle) {
            return values()[cycle % values().length];
        }

        boolean isOfThePeer() {
            return compareTo(CLOSED_BY_THE_PEER) >= 0;
        }
    }

    /** Co-prime to the number of ends, so that each meets each; dropped ones are few, for they hold sockets until they are collected. */
    private static final int NEW_ENGINE = 3;

    private static final int NEW_HOST = 7;
    private static final int DROPPED_HOST = 101;
    private static final int NEW_INJECTOR = 199;
    private static final int DROPPED_INJECTOR = 499;

    private final MisbehavingServer server = MisbehavingServer.serve(0);
    private final Transport transport = new JettyTransport();
    private final ScriptHost host = newHost();
    private final ScriptEngine engine = newEngine();

    Cycles() {
        server.on("/closes", Behaviour.accept().receive(1).send("bye").close(4001, "bye"));
        server.on("/resets", Behaviour.accept().receive(1).reset());
        server.on("/refuses", Behaviour.reject(403).body("go away"));
    }

    void cycle(int number) throws Exception {
        End end = End.of(number);
        if (number % DROPPED_INJECTOR == 0) {
            injector(end, false);
        } else if (number % NEW_INJECTOR == 0) {
            injector(end, true);
        } else if (number % DROPPED_HOST == 0) {
            talk(newHost(), newEngine(), End.INSTANCE_CLOSED);
        } else if (number % NEW_HOST == 0) {
            newHost(end, number % 2 == 0);
        } else {
            end(talk(host, number % NEW_ENGINE == 0 ? newEngine() : engine, end), end);
        }
    }

    private void newHost(End end, boolean closes) throws ScriptException {
        ScriptHost own = newHost();
        talk(own, newEngine(), end);
        if (closes) {
            own.close();
        } else {
            own.abort();
        }
    }

    private void injector(End end, boolean closes) throws ScriptException {
        Injector injector = Guice.createInjector(new JettyTransportModule(), new LuaModule());
        ScriptHost own = injector.getInstance(ScriptHost.class);
        talk(own, injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket"), end);
        if (closes) {
            own.close();
            injector.getInstance(Transport.class).close();
        }
    }

    /** Until the message has come back, or the end where the peer is to make it. */
    private ScriptInstance talk(ScriptHost on, ScriptEngine in, End end) throws ScriptException {
        in.put("URL", server.url() + end.path);
        in.put("heard", null);
        in.put("over", null);
        ScriptInstance instance = on.load(in, Talk.SCRIPT, Talk.NAME).start();
        String awaited = end.isOfThePeer() ? "over" : "heard";
        Talk.until(on, awaited, () -> in.get(awaited) != null);
        return instance;
    }

    private static void end(ScriptInstance instance, End end) throws ScriptException {
        if (end == End.DISCONNECTED) {
            instance.call("leave");
        }
        instance.close();
    }

    /** Whether nothing is under way any more. */
    boolean isSettled() {
        System.gc();
        host.update(0);
        return host.isIdle() && server.openConnections() == 0;
    }

    private ScriptHost newHost() {
        return ScriptHost.builder().transport(transport).build();
    }

    private static ScriptEngine newEngine() {
        return new ScriptEngineManager().getEngineByName("lua-websocket");
    }

    @Override
    public void close() {
        host.close();
        transport.close();
        server.close();
    }
}
