package org.scriptsocket.runner;

import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.ForwardingConnection;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** A transport that says good-bye with a status of the user's choice where a script says 1000, which is all it can say. */
final class ChosenClose implements Transport {

    private final Transport transport;
    private volatile CloseStatus chosen = new CloseStatus(CloseStatus.NORMAL);

    ChosenClose(Transport transport) {
        this.transport = transport;
    }

    /** For every {@code disconnect} from now on. */
    void choose(CloseStatus status) {
        chosen = status;
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        return new Closing(transport.open(request, listener));
    }

    @Override
    public void close() {
        transport.close();
    }

    private final class Closing extends ForwardingConnection {

        Closing(TransportConnection connection) {
            super(connection);
        }

        @Override
        public void close(CloseStatus status) {
            super.close(status.code() == CloseStatus.NORMAL ? chosen : status);
        }
    }
}
