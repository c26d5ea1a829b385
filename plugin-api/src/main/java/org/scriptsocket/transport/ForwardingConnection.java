package org.scriptsocket.transport;

import java.util.concurrent.CompletionStage;

/** Passes everything on to another connection; for transports that stand before another one and change or watch a part of it. */
public abstract class ForwardingConnection implements TransportConnection {

    private final TransportConnection connection;

    protected ForwardingConnection(TransportConnection connection) {
        this.connection = connection;
    }

    @Override
    public void send(Message message) {
        connection.send(message);
    }

    @Override
    public void flush() {
        connection.flush();
    }

    @Override
    public long unsent() {
        return connection.unsent();
    }

    @Override
    public void request(long n) {
        connection.request(n);
    }

    @Override
    public void close(CloseStatus status) {
        connection.close(status);
    }

    @Override
    public void abort() {
        connection.abort();
    }

    @Override
    public CompletionStage<Void> gone() {
        return connection.gone();
    }
}
