package org.scriptsocket.kit.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Handshake;
import org.scriptsocket.kit.peer.PeerRecorder;
import org.scriptsocket.kit.peer.RecordingPeers;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.peer.Step;

/**
 * A WebSocket server on 127.0.0.1 for tests, which does to each path what it was told to, and remembers what it saw. A path that it
 * was told nothing about is echoed. Thread-safe; its threads are daemons, two and one for each connection.
 *
 * <pre>{@code
 * try (MisbehavingServer server = MisbehavingServer.start()) {
 *     server.on("/chat", Behaviour.accept().send("hello").close(4001, "bye"));
 *     // ... connect to server.url("/chat") ...
 *     RecordedConnection chat = server.takeConnection();
 *     chat.takeRequest();
 *     assertEquals(4001, chat.takeFrame().status().code());
 * }
 * }</pre>
 */
public final class MisbehavingServer extends RecordingPeers {

    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final boolean tls;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile List<Step> onAccept = List.of();

    private MisbehavingServer(ServerSocketFactory sockets, int port, PeerRecorder recorder) {
        super(recorder);
        tls = sockets instanceof SSLServerSocketFactory;
        try {
            listener = sockets.createServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::acceptAll, "listener");
    }

    /** On a free port. */
    public static MisbehavingServer start() {
        return start(ServerSocketFactory.getDefault());
    }

    /** On a free port; speaks TLS where the factory is one of {@link SSLServerSocketFactory}. */
    public static MisbehavingServer start(ServerSocketFactory sockets) {
        return new MisbehavingServer(sockets, 0, PeerRecorder.keeping());
    }

    /**
     * To run for long: remembers nothing.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException if the port can not be had
     */
    public static MisbehavingServer serve(int port) {
        return new MisbehavingServer(ServerSocketFactory.getDefault(), port, PeerRecorder.forgetting());
    }

    /** What happens to each connection from now on before its request is read: RST, FIN, bytes that nobody asked for, a wait. */
    public void onAccept(Step... steps) {
        onAccept = List.of(steps);
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public String url() {
        return (tls ? "wss" : "ws") + "://127.0.0.1:" + port();
    }

    @Override
    public int openConnections() {
        return open.size();
    }

    /** Ends all connections and threads, and waits for them. */
    @Override
    public void close() {
        closed.complete(null);
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Wire::close);
        threads.forEach(MisbehavingServer::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Runnable task, String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                "kit-server-" + port() + "-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void acceptAll() {
        while (!closed.isDone()) {
            try {
                Socket socket = listener.accept();
                begin(() -> serve(socket), "connection");
            } catch (IOException e) {
                if (!closed.isDone()) {
                    recorder().problem("accept: " + e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        ServerConnection connection = null;
        try {
            connection = begin(socket);
            converse(connection);
        } catch (EOFException e) {
            // The end, as it should come.
        } catch (IOException e) {
            lost(connection);
        } finally {
            end(socket, connection);
        }
    }

    private ServerConnection begin(Socket socket) throws IOException {
        Wire wire = new Wire(socket);
        open.add(wire);
        if (closed.isDone()) {
            wire.close();
        }
        return new ServerConnection(wire, recorder());
    }

    private void converse(ServerConnection connection) throws IOException {
        new Player(connection, closed).play(onAccept);
        Seen.Request request = RequestReader.read(connection.wire().in());
        if (request == null) {
            connection.record().saw(new Seen.Ended(Seen.How.FIN));
            return;
        }
        connection.record().saw(request);
        Behaviour behaviour = Handshake.problem(request)
                .map(problem -> {
                    recorder().problem(problem);
                    return Player.refusal(problem);
                })
                .orElseGet(() -> routes().next(request.target()));
        connection.record().plays(request.target(), behaviour);
        new Player(connection, closed).play(behaviour, request);
    }

    private void lost(@Nullable ServerConnection connection) {
        if (connection != null && !connection.wire().isClosed()) {
            connection.record().saw(new Seen.Ended(Seen.How.RST));
        }
    }

    private void end(Socket socket, @Nullable ServerConnection connection) {
        try {
            socket.close();
        } catch (IOException e) {
            recorder().problem("close: " + e.getMessage());
        }
        if (connection != null) {
            open.remove(connection.wire());
        }
    }
}
