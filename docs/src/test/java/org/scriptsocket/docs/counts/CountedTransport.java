package org.scriptsocket.docs.counts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.ForwardingConnection;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Passes everything on, and keeps count of it. */
final class CountedTransport implements Transport {

    private final Transport counted;
    private final AtomicInteger flushes = new AtomicInteger();
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final List<Message> received = new CopyOnWriteArrayList<>();

    CountedTransport(Transport counted) {
        this.counted = counted;
    }

    int flushes() {
        return flushes.get();
    }

    List<Message> sent() {
        return sent;
    }

    List<Message> received() {
        return received;
    }

    @Override
    public String name() {
        return counted.name();
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        return new Connection(counted.open(request, new Listener(listener)));
    }

    @Override
    public void close() {
        counted.close();
    }

    private final class Listener implements TransportListener {

        private final TransportListener told;

        Listener(TransportListener told) {
            this.told = told;
        }

        @Override
        public void onOpen(HandshakeResponse response) {
            told.onOpen(response);
        }

        @Override
        public void onMessage(Message message) {
            received.add(message);
            told.onMessage(message);
        }

        @Override
        public void onClosed(CloseStatus status) {
            told.onClosed(status);
        }

        @Override
        public void onFailure(Failure failure) {
            told.onFailure(failure);
        }
    }

    private final class Connection extends ForwardingConnection {

        Connection(TransportConnection connection) {
            super(connection);
        }

        @Override
        public void send(Message message) {
            sent.add(message);
            super.send(message);
        }

        @Override
        public void flush() {
            flushes.incrementAndGet();
            super.flush();
        }
    }
}
