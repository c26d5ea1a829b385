package org.scriptsocket.specs;

import java.time.Duration;
import java.util.List;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Unmet;

/** The server on one port of a {@link MemoryNet}. */
final class MemoryPeers implements Peers {

    private final MemoryTransport peers;
    private final String url;
    private final int port;
    private final Runnable leave;

    /** @param leave frees the port */
    MemoryPeers(MemoryTransport peers, String url, int port, Runnable leave) {
        this.peers = peers;
        this.url = url;
        this.port = port;
        this.leave = leave;
    }

    @Override
    public void on(String target, Behaviour behaviour) {
        peers.on(target, behaviour);
    }

    @Override
    public void otherwise(Behaviour behaviour) {
        peers.otherwise(behaviour);
    }

    @Override
    public void enqueue(Behaviour... behaviours) {
        peers.enqueue(behaviours);
    }

    @Override
    public RecordedConnection takeConnection(Duration limit) {
        return peers.takeConnection(limit);
    }

    @Override
    public List<RecordedConnection> takeConnections() {
        return peers.takeConnections();
    }

    @Override
    public List<Unmet> unmet() {
        return peers.unmet();
    }

    @Override
    public boolean isWaiting() {
        return peers.isWaiting();
    }

    @Override
    public void assertExhausted() {
        peers.assertExhausted();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public int openConnections() {
        return peers.openConnections();
    }

    @Override
    public void close() {
        leave.run();
        peers.close();
    }
}
