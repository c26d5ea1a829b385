package org.scriptsocket.kit.engine;

import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;

/** In memory, in virtual time. */
final class MemoryNet implements EngineNet {

    static final String NAME = "memory";

    private static final int QUIET_UPDATES = 3;

    private final ManualClock clock = new ManualClock();
    private final MemoryTransport transport = new MemoryTransport(clock);

    MemoryNet(Behaviour peer) {
        transport.otherwise(peer);
    }

    @Override
    public ScriptHost.Builder host() {
        return ScriptHost.builder().transport(transport).clock(clock);
    }

    @Override
    public Peers peers() {
        return transport;
    }

    @Override
    public String url() {
        return EngineBench.PEER;
    }

    @Override
    public void settle(ScriptHost host) {
        int quiet = 0;
        while (quiet < QUIET_UPDATES) {
            quiet = clock.runDue() ? 0 : quiet + 1;
            host.update(0);
        }
    }

    @Override
    public void close() {
        clock.runDue();
        transport.close();
    }
}
