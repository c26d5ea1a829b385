package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.lua.vm.LuaValue;

/** Finds what a test or a block has left behind, and ends it. */
final class Leftovers {

    /** How long an open connection has to end by itself, for its end may be on its way. Milliseconds of the spec's clock. */
    private static final double GRACE = 2_000;
    /** How long a socket that is closing may take: longer than any limit of the transport. */
    private static final double CLOSING = 20_000;

    /**
     * What there was at a moment.
     *
     * @param connections how many connects there had been
     * @param peers how many servers there were
     */
    record Mark(int connections, int peers) {
        static final Mark NONE = new Mark(0, 0);
    }

    private final ScriptHost host;
    private final SpecEngine engine;
    private final SpecLoop loop;
    private final SpecClock clock;
    private final SpecPeers peers;

    Leftovers(ScriptHost host, SpecEngine engine, SpecLoop loop, SpecClock clock, SpecPeers peers) {
        this.host = host;
        this.engine = engine;
        this.loop = loop;
        this.clock = clock;
        this.peers = peers;
    }

    Mark mark() {
        return new Mark(engine.number("mark"), peers.mark());
    }

    /** The names of the connections since the mark. */
    List<String> names(Mark before) {
        return engine.texts("connections", number(before));
    }

    /**
     * Ends the connections since the mark.
     *
     * @param patient whether those that end by themselves are waited for
     * @return what was left, a sentence each
     */
    List<String> connections(Mark before, boolean patient) {
        BooleanSupplier gone = () -> open(before).isEmpty() && isAlone(before);
        if (patient) {
            settle(gone, GRACE);
        }
        List<String> open = open(before);
        engine.call("drop", number(before));
        settle(gone, CLOSING);
        List<String> left = new ArrayList<>(open.stream()
                .filter(name -> patient)
                .map(name -> "the connection " + name + " was left open")
                .toList());
        if (!gone.getAsBoolean()) {
            left.add("a socket was left open by " + String.join(", ", names(before)));
        }
        return left;
    }

    /** Ends the servers since the mark; gives what could not be ended. */
    List<String> servers(Mark before) {
        return peers.closeSince(before.peers(), () -> clock.manual().runDue());
    }

    private List<String> open(Mark before) {
        return engine.texts("open_connections", number(before));
    }

    /** Whether no socket is left; not known while connections from before are open. */
    private boolean isAlone(Mark before) {
        return host.isIdle() || open(Mark.NONE).size() > open(before).size();
    }

    private void settle(BooleanSupplier what, double millis) {
        loop.run(host, what, clock.millis() + millis);
    }

    private static LuaValue number(Mark mark) {
        return LuaValue.valueOf(mark.connections());
    }
}
