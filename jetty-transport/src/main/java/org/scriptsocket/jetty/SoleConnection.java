package org.scriptsocket.jetty;

import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.DuplexConnectionPool;
import org.eclipse.jetty.client.HttpClient;

/**
 * The one connection of a destination that is used once. When it is open, or is given up, the destination goes too: Jetty would keep it for
 * some seconds, which with thousands of dials is heap, and a list that each dial copies.
 */
final class SoleConnection extends DuplexConnectionPool {

    private final HttpClient client;
    private final Destination destination;

    SoleConnection(HttpClient client, Destination destination) {
        super(destination, 1);
        this.client = client;
        this.destination = destination;
    }

    @Override
    protected void onRemoved(Connection connection) {
        // When the client stops, it ends its destinations itself.
        if (isRunning()) {
            client.removeDestination(destination);
        }
    }
}
