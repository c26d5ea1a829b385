package org.scriptsocket.specs;

import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Where the connections of a spec go and its servers are: over sockets, in memory, or, in virtual time, always in memory. */
final class SpecNet implements Transport {

    private final SpecClock clock;
    private final Sockets sockets;
    private final boolean inMemory;
    private final MemoryNet real = new MemoryNet(MemoryTransport::recording);
    private final MemoryNet virtual;

    /** @param inMemory whether to do without sockets in real time too */
    SpecNet(SpecClock clock, Sockets sockets, boolean inMemory) {
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
        return inMemory
                ? real.open(request, listener)
                : sockets.transport(request.tls()).open(request, listener);
    }

    /** A new server, with TLS or not; in memory only its url differs. */
    Peers listen(boolean tls) {
        if (clock.isVirtual()) {
            return virtual.listen(tls);
        }
        return inMemory ? real.listen(tls) : sockets.listen(tls);
    }

    @Override
    public void close() {
        real.close();
        virtual.close();
    }
}
