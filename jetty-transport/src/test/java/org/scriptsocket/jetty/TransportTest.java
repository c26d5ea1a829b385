package org.scriptsocket.jetty;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.TransportConnection;

/** A transport, a server and a recorder for each test, and the check that nothing is left. */
abstract class TransportTest {

    final JettyTransport transport = new JettyTransport(settings());
    final MisbehavingServer server = MisbehavingServer.start();
    final ListenerRecorder recorder = new ListenerRecorder();

    JettySettings settings() {
        return JettySettings.standard();
    }

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    ConnectRequest request() {
        return Requests.to(server.port());
    }

    /** Connects to a server that behaves so, and demands plenty. */
    TransportConnection connect(Behaviour behaviour) {
        server.otherwise(behaviour);
        return connect(request());
    }

    TransportConnection connect(ConnectRequest request) {
        TransportConnection connection = transport.open(request, recorder);
        connection.request(1_000_000);
        return connection;
    }

    static void awaitGone(TransportConnection connection)
            throws InterruptedException, ExecutionException, TimeoutException {
        connection.gone().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
