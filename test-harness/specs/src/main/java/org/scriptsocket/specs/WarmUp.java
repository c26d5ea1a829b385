package org.scriptsocket.specs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/**
 * A connect that no spec sees. The first one of a JVM loads a transport's classes, which on a busy machine can take longer than the three
 * seconds that a script gives it.
 */
final class WarmUp implements TransportListener {

    private static final int LIMIT_MILLIS = 30_000;

    private final CompletableFuture<Void> told = new CompletableFuture<>();

    private WarmUp() {}

    /** Returns when the connection is gone, however it went. */
    static void connect(Transport transport, Peers server, boolean tls) {
        WarmUp warmUp = new WarmUp();
        TransportConnection connection = transport.open(request(server.port(), tls), warmUp);
        connection.request(1);
        await(warmUp.told);
        connection.close(new CloseStatus(CloseStatus.NORMAL));
        await(connection.gone().toCompletableFuture());
        connection.abort();
    }

    private static ConnectRequest request(int port, boolean tls) {
        return ConnectRequest.to("127.0.0.1", port)
                .tls(tls)
                .timeoutMillis(LIMIT_MILLIS)
                .build();
    }

    private static void await(CompletableFuture<Void> what) {
        what.copy()
                .completeOnTimeout(null, LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(failed -> null)
                .join();
    }

    @Override
    public void onOpen(HandshakeResponse response) {
        told.complete(null);
    }

    @Override
    public void onMessage(Message message) {}

    @Override
    public void onClosed(CloseStatus status) {
        told.complete(null);
    }

    @Override
    public void onFailure(Failure failure) {
        told.complete(null);
    }
}
