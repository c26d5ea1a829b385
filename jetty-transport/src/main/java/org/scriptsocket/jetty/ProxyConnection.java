package org.scriptsocket.jetty;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Greets a proxy on a new socket, and then makes way for the connection that goes through it. */
final class ProxyConnection extends AbstractConnection {

    private final JettyConnection connection;
    private final ProxySettings proxy;
    private final ProxyGreeting greeting;
    private final ClientConnectionFactory next;
    private final Map<String, Object> context;
    private final ByteBuffer received = BufferUtil.allocate(32 << 10);

    ProxyConnection(
            EndPoint endPoint,
            Executor executor,
            JettyConnection connection,
            ProxySettings proxy,
            ClientConnectionFactory next,
            Map<String, Object> context) {
        super(endPoint, executor);
        this.connection = connection;
        this.proxy = proxy;
        this.greeting = ProxyGreeting.of(proxy, connection.tunnelTarget());
        this.next = next;
        this.context = context;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        try {
            send(greeting.begin());
        } catch (PlainException e) {
            fail(e);
        }
    }

    @Override
    public void onFillable() {
        try {
            int filled = getEndPoint().fill(received);
            if (filled < 0) {
                throw new PlainException("the proxy " + proxy.authority() + " closed the connection");
            }
            goOn(filled == 0 ? null : greeting.answer(received));
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private void goOn(@Nullable ByteBuffer answer) throws IOException {
        if (answer == null) {
            fillInterested();
        } else if (answer.hasRemaining()) {
            send(answer);
        } else {
            makeWay();
        }
    }

    private void send(ByteBuffer bytes) {
        getEndPoint().write(Callback.from(this::fillInterested, this::fail), bytes);
    }

    /** From here on it is as if the target had been dialled; TLS takes the name of the server from the address. */
    private void makeWay() throws IOException {
        InetSocketAddress target = InetSocketAddress.createUnresolved(
                connection.request().host(), connection.request().port());
        context.put(ClientConnector.REMOTE_SOCKET_ADDRESS_CONTEXT_KEY, target);
        getEndPoint().upgrade(next.newConnection(getEndPoint(), context));
    }

    private void fail(Throwable failure) {
        Throwable told = failure instanceof PlainException
                ? failure
                : new PlainException("the connection to the proxy " + proxy.authority() + " broke");
        getEndPoint().close(told);
        DialConnector.promise(context).failed(told);
    }
}
