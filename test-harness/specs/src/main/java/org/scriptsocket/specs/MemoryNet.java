package org.scriptsocket.specs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** A net without sockets, with a server on each port that was given out, and nobody on the others. */
final class MemoryNet implements AutoCloseable {

    private static final int FIRST_PORT = 10_001;

    private final Supplier<MemoryTransport> maker;
    private final Map<Integer, MemoryTransport> byPort = new ConcurrentHashMap<>();
    private int next = FIRST_PORT;

    MemoryNet(Supplier<MemoryTransport> maker) {
        this.maker = maker;
    }

    Peers listen() {
        int port = next++;
        MemoryTransport peers = maker.get();
        byPort.put(port, peers);
        return new MemoryPeers(peers, port, () -> byPort.remove(port));
    }

    TransportConnection open(ConnectRequest request, TransportListener listener) {
        MemoryTransport there = byPort.get(request.port());
        return (there == null ? nobody() : there).open(request, listener);
    }

    private MemoryTransport nobody() {
        return byPort.computeIfAbsent(0, none -> {
            MemoryTransport nobody = maker.get();
            nobody.otherwise(Behaviour.refuse());
            return nobody;
        });
    }

    @Override
    public void close() {
        byPort.values().forEach(MemoryTransport::close);
    }
}
