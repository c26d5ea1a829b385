package org.scriptsocket.kit.junit;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.EventRecorder;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.server.MisbehavingServer;

/** What one test has asked for, made when it is asked for. */
final class TestBench implements AutoCloseable {

    private final String transport;
    private final boolean virtualTime;
    private final ScriptErrors errors = new ScriptErrors();
    private final EventRecorder events = new EventRecorder();
    private final ManualClock clock = new ManualClock();
    private @Nullable MisbehavingServer server;
    private @Nullable ScriptHost host;
    private @Nullable MemoryTransport memory;

    TestBench(String transport, boolean virtualTime) {
        this.transport = transport;
        this.virtualTime = virtualTime;
    }

    /** An object of this type, or null if it is none that is given to tests. */
    @Nullable Object give(Class<?> type) {
        if (type == MisbehavingServer.class) {
            return server();
        }
        if (type == ScriptHost.class) {
            return host();
        }
        if (type == ScriptErrors.class) {
            return errors;
        }
        if (type == EventRecorder.class) {
            host();
            return events;
        }
        if (type == MemoryTransport.class) {
            return memory();
        }
        return type == ManualClock.class ? clock : null;
    }

    static boolean gives(Class<?> type) {
        return type == MisbehavingServer.class
                || type == ScriptHost.class
                || type == ScriptErrors.class
                || type == EventRecorder.class
                || type == MemoryTransport.class
                || type == ManualClock.class;
    }

    MisbehavingServer server() {
        MisbehavingServer started = server == null ? MisbehavingServer.start() : server;
        server = started;
        return started;
    }

    ScriptHost host() {
        ScriptHost built = host == null ? build() : host;
        host = built;
        return built;
    }

    /** Where the host's connections get to. */
    Peers peers() {
        return inMemory() ? memory() : server();
    }

    private boolean inMemory() {
        return virtualTime || transport.equals("memory");
    }

    ScriptErrors errors() {
        return errors;
    }

    private MemoryTransport memory() {
        MemoryTransport made = memory;
        if (made == null) {
            made = virtualTime ? new MemoryTransport(clock) : MemoryTransport.recording();
            memory = made;
        }
        return made;
    }

    private ScriptHost build() {
        ScriptHost.Builder builder = ScriptHost.builder().onScriptError(errors).observer(events);
        if (virtualTime) {
            builder.clock(clock);
        }
        if (inMemory()) {
            builder.transport(memory());
        } else if (!transport.isEmpty()) {
            builder.transport(transport);
        }
        return driven(builder.build());
    }

    private ScriptHost driven(ScriptHost built) {
        if (virtualTime) {
            events.drive(built, clock);
        } else {
            events.drive(built);
        }
        return built;
    }

    /** The same failure with the last events of the host's connections in its message, if there were any. */
    AssertionError withFlightRecorder(AssertionError failure) {
        String last = lastEvents();
        return last.isEmpty() ? failure : new AssertionError(failure.getMessage() + "\n\n" + last, failure);
    }

    /**
     * Whatever a test threw, with the last events: a failed assertion in its message, any other exception, which stays the one that it
     * is, by one that is suppressed in it.
     */
    Throwable withLastEvents(Throwable thrown) {
        if (thrown instanceof AssertionError failure) {
            return withFlightRecorder(failure);
        }
        String last = lastEvents();
        if (!last.isEmpty()) {
            thrown.addSuppressed(new LastEvents(last));
        }
        return thrown;
    }

    private String lastEvents() {
        String last = host == null ? "" : host.flightRecorder();
        return last.isEmpty() ? "" : "The last events of the connections:\n" + last;
    }

    /** Ends all of it, and checks that nothing is left. */
    @Override
    public void close() {
        try {
            end();
        } catch (AssertionError e) {
            throw withFlightRecorder(e);
        }
    }

    private void end() {
        endHost();
        if (memory != null) {
            memory.close();
        }
        if (server != null) {
            boolean alone = Eventually.holds(() -> server().openConnections() == 0);
            int left = server.openConnections();
            server.close();
            if (!alone) {
                throw new AssertionError("connections of the server left: " + left);
            }
        }
        errors.assertExhausted();
    }

    private void endHost() {
        if (host == null) {
            return;
        }
        if (virtualTime) {
            // Nobody moves the clock while close waits for the closing handshakes.
            host.abort();
            clock.runDue();
        } else {
            host.close();
        }
    }
}
