package org.scriptsocket.kit.memory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.Timers;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.PeerRecorder;
import org.scriptsocket.kit.peer.RecordingPeers;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/**
 * A transport without sockets and its peers, which do to each target what they were told to; one that they were told nothing about
 * is echoed. Whatever host and port a connect names, it gets there. Behaviours with raw bytes can't be played here.
 *
 * <p>With real time it delivers on a thread of its own. With a {@link ManualClock} everything happens inside
 * {@link ManualClock#advance}, in the same order each time: a connect, a send, a request for more takes effect at the next
 * {@code advance}, of no time at all too.
 *
 * <p>It does what the SPI allows and no more: what was sent leaves with a flush only, and nothing is read without demand, a Close
 * frame or the end neither. Thread-safe.
 */
public final class MemoryTransport extends RecordingPeers implements Transport {

    private final Timers timers;
    private final Set<MemoryConnection> connections = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /** With real time, for settings by name: remembers nothing, as it may run for long. */
    public MemoryTransport() {
        this(new Loop(), PeerRecorder.forgetting());
    }

    /** In the time of this clock. */
    public MemoryTransport(ManualClock clock) {
        this(clock, PeerRecorder.keeping());
    }

    private MemoryTransport(Timers timers, PeerRecorder recorder) {
        super(recorder);
        this.timers = timers;
    }

    /** With real time, for tests: remembers what its peers see. */
    public static MemoryTransport recording() {
        return new MemoryTransport(new Loop(), PeerRecorder.keeping());
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public synchronized TransportConnection open(ConnectRequest request, TransportListener listener) {
        if (closed) {
            throw new IllegalStateException("the transport was closed");
        }
        MemoryConnection connection = new MemoryConnection(request, listener, timers, connections::remove);
        connections.add(connection);
        connection.armDeadline();
        timers.after(0, () -> connection.dial(() -> peer(connection, request)));
        return connection;
    }

    private MemoryPeer peer(MemoryConnection connection, ConnectRequest request) {
        return new MemoryPeer(connection, timers, routes().next(request.target()), recorder());
    }

    @Override
    public synchronized void close() {
        closed = true;
        connections.forEach(MemoryConnection::abort);
        if (timers instanceof Loop loop) {
            loop.stop();
        }
    }

    @Override
    public int port() {
        return 80;
    }

    @Override
    public String url() {
        return "ws://127.0.0.1";
    }

    @Override
    public int openConnections() {
        return connections.size();
    }

    @Override
    protected Behaviour playable(Behaviour behaviour) {
        boolean raw = behaviour.answer() instanceof Answer.Raw
                || behaviour.steps().stream().anyMatch(Step.SendRaw.class::isInstance);
        if (raw) {
            throw new IllegalArgumentException("the in-memory transport has no raw bytes");
        }
        return behaviour;
    }
}
