package org.scriptsocket.specs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Unmet;

/** A server with nothing but a thread that outlives it. */
final class Peer implements Peers {

    private final CountDownLatch end = new CountDownLatch(1);

    void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        end.countDown();
    }

    @Override
    public void on(String target, Behaviour behaviour) {}

    @Override
    public void otherwise(Behaviour behaviour) {}

    @Override
    public void enqueue(Behaviour... behaviours) {}

    @Override
    public RecordedConnection takeConnection(Duration limit) {
        throw new AssertionError("there is none");
    }

    @Override
    public List<RecordedConnection> takeConnections() {
        return List.of();
    }

    @Override
    public void assertExhausted() {}

    @Override
    public List<Unmet> unmet() {
        return List.of();
    }

    @Override
    public boolean isWaiting() {
        return false;
    }

    @Override
    public int port() {
        return 4711;
    }

    @Override
    public String url() {
        return "ws://127.0.0.1:4711";
    }

    @Override
    public int openConnections() {
        return 0;
    }

    @Override
    public void close() {}
}
