package org.scriptsocket.kit.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.ForwardingConnection;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Counts what is told of one connection. */
final class AwaitedConnection implements TransportListener {

    private final AwaitedTransport transport;
    private final TransportListener listener;
    private final AtomicInteger told = new AtomicInteger();
    /** Nothing more is to come: it ended, or the host has let go of it. */
    private volatile boolean over;

    AwaitedConnection(AwaitedTransport transport, TransportListener listener) {
        this.transport = transport;
        this.listener = listener;
    }

    boolean hasToldAll(int expected) {
        return over || told.get() >= expected;
    }

    TransportConnection over(TransportConnection connection) {
        return new Leaving(connection);
    }

    @Override
    public void onOpen(HandshakeResponse response) {
        listener.onOpen(response);
        count();
    }

    @Override
    public void onMessage(Message message) {
        listener.onMessage(message);
        count();
    }

    @Override
    public void beforeRead() {
        listener.beforeRead();
    }

    @Override
    public void afterRead() {
        listener.afterRead();
    }

    @Override
    public void onClosed(CloseStatus status) {
        listener.onClosed(status);
        over = true;
        count();
    }

    @Override
    public void onFailure(Failure failure) {
        listener.onFailure(failure);
        over = true;
        count();
    }

    private void count() {
        told.incrementAndGet();
        transport.count();
    }

    /** Sees the host let go. */
    private final class Leaving extends ForwardingConnection {

        Leaving(TransportConnection connection) {
            super(connection);
        }

        @Override
        public void close(CloseStatus status) {
            over = true;
            super.close(status);
            transport.count();
        }

        @Override
        public void abort() {
            over = true;
            super.abort();
            transport.count();
        }
    }
}
