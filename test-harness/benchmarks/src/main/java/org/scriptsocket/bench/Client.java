package org.scriptsocket.bench;

/** A WebSocket client of the field, used as its users use it: it calls back on threads of its own. */
interface Client extends AutoCloseable {

    /** Begins to connect to 127.0.0.1. */
    void connect(int port, Talk talk) throws Exception;

    @Override
    void close();

    /** A connection that is open. */
    interface Link {

        /** Sends a binary message of these bytes, which do not change. */
        void send(byte[] message);

        /** Begins the closing handshake. */
        void close();
    }

    /** What is done on a connection; one object for each, called on one thread at a time. */
    interface Talk {

        void opened(Link link);

        /** @param length bytes */
        void received(int length);

        void closed();
    }
}
