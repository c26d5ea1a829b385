package org.scriptsocket.jetty;

import java.lang.ref.Cleaner;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/**
 * Connections over one shared Jetty client, which starts with the first of them. A transport that was dropped without close stops when it
 * has no connection any more: those that live keep it.
 */
public final class JettyTransport implements Transport {

    private static final Cleaner CLEANER = Cleaner.create();

    private final JettySettings settings;
    private final Set<JettyConnection> connections = ConcurrentHashMap.newKeySet();
    /** Null until the first open. */
    private @Nullable JettyClient client;
    /** Stops the client, which knows nothing of this transport; null together with it. */
    private Cleaner.@Nullable Cleanable stop;

    private boolean closed;

    /** With {@link JettySettings#standard()}. */
    public JettyTransport() {
        this(JettySettings.standard());
    }

    public JettyTransport(JettySettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "jetty";
    }

    @Override
    public Transport configured(SettingValues values) {
        return new JettyTransport(JettySettings.from(values));
    }

    @Override
    public Transport trusting(Collection<X509Certificate> certificates) {
        return new JettyTransport(settings.withTrustedCertificates(certificates));
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        JettyConnection connection = newConnection(request, listener);
        connection.gone().thenRun(() -> connections.remove(connection));
        connection.dial();
        return connection;
    }

    @Override
    public void close() {
        Cleaner.Cleanable last = end();
        connections.forEach(JettyConnection::abort);
        if (last != null) {
            last.clean();
        }
        connections.forEach(JettyConnection::forget);
    }

    private synchronized JettyConnection newConnection(ConnectRequest request, TransportListener listener) {
        if (closed) {
            throw new IllegalStateException("The transport is closed");
        }
        if (client == null) {
            client = new JettyClient(settings);
            stop = CLEANER.register(this, client::stop);
        }
        JettyConnection connection = new JettyConnection(client, request, listener);
        connections.add(connection);
        return connection;
    }

    private synchronized Cleaner.@Nullable Cleanable end() {
        Cleaner.Cleanable last = stop;
        closed = true;
        client = null;
        stop = null;
        return last;
    }
}
