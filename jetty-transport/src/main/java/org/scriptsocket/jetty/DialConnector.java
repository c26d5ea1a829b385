package org.scriptsocket.jetty;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Dials, and tells each connection's {@link Socket} what there is of it, so that an abort leaves nothing behind. */
final class DialConnector extends ClientConnector {

    /** Set while this thread is inside {@link #connect}. */
    private static final ThreadLocal<@Nullable Socket> DIALING = new ThreadLocal<>();

    private final Trust trust;
    private final @Nullable ProxySettings proxy;

    DialConnector(JettySettings settings) {
        trust = new Trust(settings);
        proxy = settings.proxy();
        setTCPNoDelay(true);
        setIdleTimeout(Duration.ZERO);
    }

    /** The connection for which Jetty dials: the tag of its destination. */
    static JettyConnection connection(Map<String, Object> context) {
        Destination destination = (Destination) Objects.requireNonNull(context.get(Destination.CONTEXT_KEY));
        return (JettyConnection) destination.getOrigin().getTag();
    }

    @Override
    public void connect(SocketAddress address, Map<String, Object> context) {
        Socket socket = connection(context).socket();
        if (socket.isAborted()) {
            promise(context).failed(new ClosedChannelException());
            return;
        }
        if (proxy != null) {
            throughProxy(proxy, context);
        }
        DIALING.set(socket);
        try {
            super.connect(address, context);
        } finally {
            DIALING.remove();
        }
    }

    private void throughProxy(ProxySettings proxy, Map<String, Object> context) {
        ClientConnectionFactory next =
                (ClientConnectionFactory) Objects.requireNonNull(context.get(ClientConnectionFactory.CONTEXT_KEY));
        ClientConnectionFactory first =
                (endPoint, all) -> new ProxyConnection(endPoint, getExecutor(), connection(all), proxy, next, all);
        context.put(ClientConnectionFactory.CONTEXT_KEY, first);
    }

    @Override
    protected void configure(SelectableChannel channel) throws IOException {
        super.configure(channel);
        Socket socket = DIALING.get();
        if (socket != null && !socket.dials(channel)) {
            throw new ClosedChannelException();
        }
    }

    @Override
    protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
        @SuppressWarnings("unchecked")
        Map<String, Object> context = (Map<String, Object>) key.attachment();
        Socket socket = connection(context).socket();
        EndPoint endPoint = new SocketChannelEndPoint((SocketChannel) channel, selector, key, getScheduler()) {
            @Override
            public void onClose(@Nullable Throwable cause) {
                super.onClose(cause);
                closed(socket, channel);
            }
        };
        if (!socket.connected(endPoint)) {
            throw new IllegalStateException("aborted");
        }
        return endPoint;
    }

    @Override
    protected void connectFailed(
            SelectableChannel channel, SocketAddress address, Throwable failure, Map<String, Object> context) {
        Socket socket = connection(context).socket();
        closed(socket, channel);
        Throwable told =
                proxy == null ? failure : new PlainException("the proxy " + proxy.authority() + " can not be reached");
        super.connectFailed(channel, address, told, context);
    }

    @Override
    protected void acceptFailed(Throwable failure, SelectableChannel channel, Map<String, Object> context) {
        closed(connection(context).socket(), channel);
        super.acceptFailed(failure, channel, context);
    }

    @Override
    protected SelectorManager newSelectorManager() {
        return new ClientSelectorManager(getExecutor(), new ExpiryTap(getScheduler(), DIALING), getSelectors());
    }

    /** One that loads nothing: the certificates of the JVM take 130 ms, and most scripts never need them. */
    @Override
    protected SslContextFactory.Client newSslContextFactory() {
        return new SslContextFactory.Client(false) {
            @Override
            protected void doStart() {
                // the one in use is made by Trust, at the first wss
            }
        };
    }

    @Override
    public ClientConnectionFactory newSslClientConnectionFactory(
            SslContextFactory.@Nullable Client ignored, ClientConnectionFactory plain) {
        return super.newSslClientConnectionFactory(trust.factory(), plain);
    }

    /** The JDK lets go of a closed socket only in the next selection, and that must have ended: hence two rounds. */
    private void closed(Socket socket, SelectableChannel channel) {
        ManagedSelector selector = getSelectorManager().getBean(ManagedSelector.class);
        selector.submit(first -> selector.submit(second -> socket.closed(channel)));
    }

    @SuppressWarnings("unchecked")
    static Promise<Connection> promise(Map<String, Object> context) {
        return (Promise<Connection>) Objects.requireNonNull(context.get(CONNECTION_PROMISE_CONTEXT_KEY));
    }
}
