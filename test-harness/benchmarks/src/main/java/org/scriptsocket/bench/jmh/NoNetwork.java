package org.scriptsocket.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** A transport that costs nothing: what is sent is counted, and what comes is told by the benchmark. */
final class NoNetwork implements Transport {

    private final List<TransportListener> listeners = new ArrayList<>();
    private long sent;

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        listeners.add(listener);
        return new Line();
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    /** All that were dialled are open. */
    void accept() {
        listeners.forEach(listener -> listener.onOpen(new HandshakeResponse(101, List.of(), new byte[0])));
    }

    TransportListener first() {
        return listeners.get(0);
    }

    long sent() {
        return sent;
    }

    private final class Line implements TransportConnection {

        private final CompletableFuture<Void> gone = new CompletableFuture<>();

        @Override
        public void send(Message message) {
            sent += message.length();
        }

        @Override
        public void flush() {
            // It went already.
        }

        @Override
        public long unsent() {
            return 0;
        }

        @Override
        public void request(long n) {
            // The benchmark sends when it wants to.
        }

        @Override
        public void close(CloseStatus status) {
            abort();
        }

        @Override
        public void abort() {
            gone.complete(null);
        }

        @Override
        public CompletionStage<Void> gone() {
            return gone;
        }
    }
}
