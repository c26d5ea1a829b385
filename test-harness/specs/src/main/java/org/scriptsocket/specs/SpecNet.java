package org.scriptsocket.specs;

import java.util.function.Supplier;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Where the connections of a spec go and its servers are: over sockets, in memory, or, in virtual time, always in memory. */
final class SpecNet implements Transport {

    private final SpecClock clock;
    private final Supplier<Transport> sockets;
    private final boolean inMemory;
    private final MemoryNet real = new MemoryNet(MemoryTransport::recording);
    private final MemoryNet virtual;

    /** @param inMemory whether to do without sockets in real time too */
    SpecNet(SpecClock clock, Supplier<Transport> sockets, boolean inMemory) {
        this.clock = clock;
        this.sockets = sockets;
        this.inMemory = inMemory;
        virtual = new MemoryNet(() -> new MemoryTransport(clock.manual()));
    }

    @Override
    public String name() {
        return "specs";
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        if (clock.isVirtual()) {
            return virtual.open(request, listener);
        }
        return inMemory ? real.open(request, listener) : sockets.get().open(request, listener);
    }

    /** A new server. */
    Peers listen() {
        if (clock.isVirtual()) {
            return virtual.listen();
        }
        return inMemory ? real.listen() : listenOnSocket();
    }

    private Peers listenOnSocket() {
        if (sockets instanceof Sockets shared) {
            shared.warmUp();
        }
        return MisbehavingServer.start();
    }

    @Override
    public void close() {
        real.close();
        virtual.close();
    }
}
