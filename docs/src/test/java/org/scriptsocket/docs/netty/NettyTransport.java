package org.scriptsocket.docs.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.FramedConnection;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** Carries WebSocket connections by Netty. */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the threads
public final class NettyTransport implements Transport {

    private static final ThreadFactory THREADS = new DefaultThreadFactory("netty", true);

    private final Set<TransportConnection> connections = ConcurrentHashMap.newKeySet();
    private @Nullable EventLoopGroup loops;
    private boolean closed;

    @Override
    public String name() {
        return "netty";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.TLS));
    }

    @Override
    public synchronized TransportConnection open(ConnectRequest request, TransportListener listener) {
        if (closed) {
            throw new IllegalStateException("the transport netty was closed");
        }
        if (loops == null) {
            loops = new MultiThreadIoEventLoopGroup(1, THREADS, NioIoHandler.newFactory());
        }
        FramedConnection connection = new NettyLink(request, listener, loops.next()).connection;
        connections.add(connection);
        connection.gone().thenRun(() -> connections.remove(connection));
        connection.open(this, THREADS);
        return connection;
    }

    @Override
    public synchronized void close() {
        closed = true;
        connections.forEach(TransportConnection::abort);
        if (loops != null) {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
