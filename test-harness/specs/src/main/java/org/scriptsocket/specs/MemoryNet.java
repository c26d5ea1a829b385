package org.scriptsocket.specs;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/**
 * A net without sockets, with a server on each port that was given out, whatever the host. On other ports this computer refuses a
 * connection, and other hosts do not answer.
 */
final class MemoryNet implements AutoCloseable {

    private static final int FIRST_PORT = 10_001;
    /** Ports that no url has. */
    private static final int REFUSING = -1;

    private static final int SILENT = -2;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Supplier<MemoryTransport> maker;
    private final Map<Integer, MemoryTransport> byPort = new ConcurrentHashMap<>();
    private int next = FIRST_PORT;

    MemoryNet(Supplier<MemoryTransport> maker) {
        this.maker = maker;
    }

    Peers listen(boolean tls) {
        int port = next++;
        MemoryTransport peers = maker.get();
        byPort.put(port, peers);
        return new MemoryPeers(peers, (tls ? "wss" : "ws") + "://127.0.0.1:" + port, port, () -> byPort.remove(port));
    }

    TransportConnection open(ConnectRequest request, TransportListener listener) {
        MemoryTransport there = byPort.get(request.port());
        return (there == null ? nobody(request.host()) : there).open(request, listener);
    }

    private MemoryTransport nobody(String host) {
        return HERE.contains(host) ? nobody(REFUSING, Behaviour.refuse()) : nobody(SILENT, Behaviour.silence());
    }

    private MemoryTransport nobody(int port, Behaviour behaviour) {
        return byPort.computeIfAbsent(port, none -> {
            MemoryTransport nobody = maker.get();
            nobody.otherwise(behaviour);
            return nobody;
        });
    }

    @Override
    public void close() {
        byPort.values().forEach(MemoryTransport::close);
    }
}
