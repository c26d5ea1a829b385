package org.scriptsocket.kit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Counts what a transport tells, against what it must tell of peers that all behave alike. */
final class AwaitedTransport implements Transport {

    private final Transport transport;
    private final int expected;
    private final List<AwaitedConnection> connections = new ArrayList<>();
    private long told;

    AwaitedTransport(Transport transport, Behaviour peer) {
        this.transport = transport;
        expected = events(peer);
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return transport.capabilities();
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        AwaitedConnection connection = new AwaitedConnection(this, listener);
        synchronized (this) {
            connections.add(connection);
        }
        return connection.over(transport.open(request, connection));
    }

    /** How many events were told of all connections. */
    synchronized long told() {
        return told;
    }

    /** Whether nothing more comes unless the script does something. */
    synchronized boolean hasToldAll() {
        return connections.stream().allMatch(each -> each.hasToldAll(expected));
    }

    void awaitMoreThan(long events) {
        try {
            if (!hasMoreThan(events)) {
                throw new AssertionError("the transport has told only " + told() + " events");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    private synchronized boolean hasMoreThan(long events) throws InterruptedException {
        long end = System.nanoTime() + EventQueue.LIMIT.toNanos();
        long left = EventQueue.LIMIT.toMillis();
        while (told <= events && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return told > events;
    }

    synchronized void count() {
        told++;
        notifyAll();
    }

    /** It belongs to all cases. */
    @Override
    public void close() {}

    /** That it is open, each message, and the end; a refusal is an end. */
    private static int events(Behaviour peer) {
        if (!(peer.answer() instanceof Answer.Accept)) {
            return 1;
        }
        return 1 + (int) peer.steps().stream().filter(AwaitedTransport::isEvent).count();
    }

    private static boolean isEvent(Step step) {
        return step instanceof Step.Close
                || step instanceof Step.Fin
                || step instanceof Step.Reset
                || step instanceof Step.Send send && isLastOfMessage(send.frame());
    }

    private static boolean isLastOfMessage(Frame frame) {
        return frame.fin() && !frame.isControl();
    }
}
